using System.Globalization;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Progress;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Thresholds;

/// <summary>How the setting of thresholds ended.</summary>
internal enum ThresholdOutcome
{
    Set,

    /// <summary>They are in force already; nothing was recorded.</summary>
    Unchanged,

    /// <summary>No number, or outside 1 to 100, or the lower one above the upper one.</summary>
    Invalid,
}

/// <summary>The thresholds of the statuses: what is in force, who set what and when, and setting them. It checks no rights: its page's policy does.</summary>
internal sealed class ThresholdRegister(Registers registers, DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    private const decimal LeastPercent = 1;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<ThresholdChange>> HistoryAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.ThresholdChanges.AsNoTracking().OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
    }

    /// <param name="onTrack">In per cent, as typed: <c>100</c>, <c>92,5</c>, <c>92.5%</c>.</param>
    public async Task<ThresholdOutcome> SetAsync(string? onTrack, string? atRisk, Officer officer, CancellationToken cancellationToken)
    {
        if (Parse(onTrack, atRisk) is not { } asked)
        {
            return ThresholdOutcome.Invalid;
        }

        var now = time.GetUtcNow();
        var outcome = await writer.WriteAsync(
            async db =>
            {
                var last = await db.ThresholdChanges.AsNoTracking().OrderByDescending(c => c.Id).FirstOrDefaultAsync();
                if ((last?.Thresholds ?? StatusThresholds.Default) == asked)
                {
                    return ThresholdOutcome.Unchanged;
                }

                db.ThresholdChanges.Add(new ThresholdChange { OnTrackFrom = asked.OnTrackFrom, AtRiskFrom = asked.AtRiskFrom, At = now, ById = officer.AccountId, ByName = officer.Name });
                await audit.AppendAsync(db, new AuditEvent(AuditAction.ThresholdsSet, "thresholds") { By = officer, Before = DetailsOf(last?.Thresholds ?? StatusThresholds.Default), After = DetailsOf(asked) });
                return ThresholdOutcome.Set;
            },
            cancellationToken);
        registers.Forget();
        return outcome;
    }

    private static AuditDetails DetailsOf(StatusThresholds thresholds) => AuditDetails.Of(("onTrackFrom", Written(thresholds.OnTrackFrom)), ("atRiskFrom", Written(thresholds.AtRiskFrom)));

    private static string Written(decimal share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    internal static StatusThresholds? Parse(string? onTrack, string? atRisk) =>
        Percent(onTrack) is { } upper && Percent(atRisk) is { } lower && lower <= upper ? new StatusThresholds(upper / 100, lower / 100) : null;

    private static decimal? Percent(string? typed) =>
        decimal.TryParse(typed?.Replace("%", "", StringComparison.Ordinal).Replace('.', ',').Trim(), NumberStyles.AllowDecimalPoint, Vietnamese, out var percent)
        && percent is >= LeastPercent and <= 100
        && decimal.Round(percent, 2) == percent
            ? percent
            : null;
}
