using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What a person chose for a label that nobody knew.</summary>
/// <param name="IndicatorCode">Only for <see cref="LabelUse.Indicator"/>.</param>
internal sealed record ChosenMeaning(string Key, LabelUse Use, string? IndicatorCode)
{
    private const string IndicatorMark = "indicator:";

    /// <summary>As it travels in a form.</summary>
    public static string ValueOf(LabelUse use, string? indicatorCode) => use == LabelUse.Indicator ? IndicatorMark + indicatorCode : use.ToString();

    /// <returns><c>null</c> when nothing was chosen.</returns>
    public static ChosenMeaning? Read(string key, string value) =>
        value.StartsWith(IndicatorMark, StringComparison.Ordinal) ? new ChosenMeaning(key, LabelUse.Indicator, value[IndicatorMark.Length..])
        : Enum.TryParse<LabelUse>(value, out var use) && Enum.IsDefined(use) && use != LabelUse.Indicator ? new ChosenMeaning(key, use, null)
        : null;
}

/// <summary>How the saying of what labels mean ended.</summary>
internal abstract record MappingOutcome
{
    private MappingOutcome()
    {
    }

    public sealed record Saved(int Labels) : MappingOutcome;

    public sealed record Refused(SubmissionRefusal Reason) : MappingOutcome;
}

/// <summary>Remembers for a unit what a label in its workbooks means. One meaning per unit and label; said again, the later holds.</summary>
internal sealed class LabelMappings(
    ReportDrafts drafts,
    ReportReading reading,
    DatabaseWriter writer,
    AuditTrail audit,
    Registers registers,
    IDbContextFactory<KpiTrackerDbContext> dbFactory,
    TimeProvider time)
{
    private const int LongestLabel = 200;

    /// <summary>All that is remembered for a unit's workbooks, in the order in which it was said.</summary>
    public async Task<IReadOnlyList<LabelMappingRow>> OfAsync(OrganisationUnit unit, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var unitId = snapshot.IdOf(unit.Key);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.LabelMappings.AsNoTracking().Where(m => m.UnitId == unitId).OrderBy(m => m.Id).ToListAsync(cancellationToken);
    }

    /// <param name="chosen">Only labels that stand unplaced in the draft are taken, and roles only where a label can have one.</param>
    public async Task<MappingOutcome> SaveAsync(Guid draftId, IReadOnlyCollection<ChosenMeaning> chosen, Officer officer, CancellationToken cancellationToken)
    {
        var found = await drafts.FindAsync(draftId, officer, cancellationToken);
        if (found is FoundDraft.Refused refused)
        {
            return new MappingOutcome.Refused(refused.Reason);
        }

        if (found is not FoundDraft.Waiting { Sent: var sent } || await reading.ReadAsync(sent, cancellationToken) is not ReadReport.Checked read)
        {
            return new MappingOutcome.Saved(0);
        }

        var snapshot = await registers.CurrentAsync(cancellationToken);
        var labels = read.Report.Report.Unplaced.Where(u => u.Label is not null).DistinctBy(u => u.Label!.Key).ToDictionary(u => u.Label!.Key);
        var rows = chosen
            .DistinctBy(c => c.Key)
            .Where(c => labels.TryGetValue(c.Key, out var label) && IsPossible(c, label.Label!, snapshot.Indicators))
            .Select(c => RowOf(c, labels[c.Key].Written, snapshot.IdOf(sent.Unit.Key), officer))
            .ToList();
        if (rows.Count > 0)
        {
            await writer.WriteAsync(db => ReplaceAsync(db, rows, officer), cancellationToken);
        }

        return new MappingOutcome.Saved(rows.Count);
    }

    /// <summary>Forgets one label of the unit that a draft is for.</summary>
    public async Task<MappingOutcome> ForgetAsync(Guid draftId, string key, Officer officer, CancellationToken cancellationToken)
    {
        switch (await drafts.FindAsync(draftId, officer, cancellationToken))
        {
            case FoundDraft.Refused refused:
                return new MappingOutcome.Refused(refused.Reason);
            case FoundDraft.Waiting { Sent: var sent }:
                var unitId = (await registers.CurrentAsync(cancellationToken)).IdOf(sent.Unit.Key);
                return new MappingOutcome.Saved(await writer.WriteAsync(
                    async db =>
                    {
                        var forgotten = await db.LabelMappings.Where(m => m.UnitId == unitId && m.Key == key).ToListAsync();
                        db.LabelMappings.RemoveRange(forgotten);
                        await audit.AppendAsync(db, [.. forgotten.Select(m => LabelEvents.Forgotten(m, officer))]);
                        return forgotten.Count;
                    },
                    cancellationToken));
            default:
                return new MappingOutcome.Saved(0);
        }
    }

    private static bool IsPossible(ChosenMeaning chosen, MappableLabel label, IReadOnlyList<Indicator> indicators) => chosen.Use switch
    {
        // Where the rows name the indicators, a column can only be one of their figures.
        LabelUse.Indicator => !label.IsRole && indicators.Any(i => i.Code == chosen.IndicatorCode),
        LabelUse.Ignored => true,
        _ => label.IsRole,
    };

    private async Task<int> ReplaceAsync(KpiTrackerDbContext db, List<LabelMappingRow> rows, Officer officer)
    {
        List<AuditEvent> events = [];
        foreach (var row in rows)
        {
            var earlier = await db.LabelMappings.AsNoTracking().SingleOrDefaultAsync(m => m.UnitId == row.UnitId && m.Key == row.Key);
            await db.LabelMappings.Where(m => m.UnitId == row.UnitId && m.Key == row.Key).ExecuteDeleteAsync();
            events.Add(LabelEvents.Explained(row, earlier, officer));
        }

        db.LabelMappings.AddRange(rows);
        await audit.AppendAsync(db, events);
        return rows.Count;
    }

    private LabelMappingRow RowOf(ChosenMeaning chosen, string written, int unitId, Officer officer) => new()
    {
        UnitId = unitId,
        Key = chosen.Key,
        Written = written.Length <= LongestLabel ? written : written[..LongestLabel],
        Use = chosen.Use,
        IndicatorCode = chosen.IndicatorCode,
        At = time.GetUtcNow(),
        ById = officer.AccountId,
        ByName = officer.Name,
    };
}
