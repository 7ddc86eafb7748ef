using System.Globalization;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Components;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Record;

/// <summary>Says a line of the record in words, in the reader's language.</summary>
internal sealed class RecordWords(IStringLocalizer<RecordTexts> texts, IStringLocalizer<ShellTexts> shell, Registers registers)
{
    public string What(AuditEntry entry) => texts[$"Action.{entry.Action}"];

    public string Who(AuditEntry entry) =>
        entry.Name ?? texts[entry.Address is null ? "Who.Program" : "Who.Nobody"];

    public string Role(AuditEntry entry) => entry.Role is { } role ? shell[$"Role.{role}"] : "";

    /// <summary>Each named value, with what it was before where it was something else.</summary>
    public async Task<IReadOnlyList<string>> DetailsAsync(AuditEntry entry)
    {
        var snapshot = await registers.CurrentAsync();
        var (before, after) = (AuditDetails.Read(entry.Before), AuditDetails.Read(entry.After));
        return
        [
            .. after.Where(now => before.GetValueOrDefault(now.Key) != now.Value).Select(now => before.TryGetValue(now.Key, out var old)
                ? $"{NameOf(now.Key, snapshot)}: {Value(now.Key, old)} → {Value(now.Key, now.Value)}"
                : $"{NameOf(now.Key, snapshot)}: {Value(now.Key, now.Value)}"),
            .. before.Where(old => !after.ContainsKey(old.Key)).Select(old => $"{NameOf(old.Key, snapshot)}: {Value(old.Key, old.Value)} → {texts["Nothing"]}"),
        ];
    }

    /// <summary>What it was done to; the identifier itself stands in the file that can be taken along.</summary>
    public string Subject(AuditEntry entry) => entry.Subject.Split(':', 2) switch
    {
        ["submission", var id] => texts["Subject.submission", id],
        ["account", not "unknown"] => texts["Subject.account"],
        ["snapshot", _] => texts["Subject.snapshot"],
        ["file" or "backup", var name] => name,
        ["month", var period] when ReportingPeriod.TryParse(period, out var month) => texts["Subject.month", FigureText.Period(month)],
        ["unit", _] or ["account", _] or ["sample-data"] or ["site"] or ["registers"] or ["period-rules"] or ["thresholds"] or ["setting" or "draft" or "batch" or "holiday", _] => "",
        _ => entry.Subject,
    };

    /// <summary>Where the thing can be looked at; <c>null</c> when it has no page.</summary>
    public static string? Href(AuditEntry entry) => entry.Subject.Split(':', 2) switch
    {
        ["submission", var id] => $"/submissions/{id}",
        ["account", not "unknown" and var id] => $"/admin/accounts/{id}",
        ["snapshot", var id] => $"/snapshots/{id}",
        _ => null,
    };

    private string NameOf(string field, RegisterSnapshot snapshot) =>
        texts[$"Field.{field}"] is { ResourceNotFound: false } name ? name
        : snapshot.Indicators.FirstOrDefault(i => i.Code == field)?.ShortNameIn(CultureInfo.CurrentUICulture) ?? field;

    private string Value(string field, string value) =>
        field == "role" && shell[$"Role.{value}"] is { ResourceNotFound: false } role ? role
        : field == "period" && ReportingPeriod.TryParse(value, out var period) ? FigureText.Period(period)
        : field == "state" && texts[$"State.{value}"] is { ResourceNotFound: false } state ? state
        : value == bool.TrueString ? texts["Yes"]
        : value;
}
