using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What is left to do for one ward of a draft.</summary>
public enum DraftWardState
{
    Mend,
    Answer,
    Ready,
    Unchanged,

    /// <summary>Nothing of it would be kept.</summary>
    Empty,
}

/// <summary>One ward of a draft, or a name in it that nobody knows.</summary>
/// <param name="Key">Stands in the address: the ward's code, else the cell of the unknown name.</param>
/// <param name="Name">As the register has it; an unknown name as the sheet writes it, <c>null</c> when there is none.</param>
/// <param name="Figures">How many indicators would be kept.</param>
public sealed record DraftWard(
    string Key,
    string? Name,
    IReadOnlyList<PreviewLine> Lines,
    PreviewWard? Kept,
    int Figures,
    int Errors,
    int Questions,
    int Warnings)
{
    public DraftWardState State =>
        Errors > 0 ? DraftWardState.Mend
        : Figures == 0 ? DraftWardState.Empty
        : Questions > 0 ? DraftWardState.Answer
        : Kept is { IsUnchanged: true } ? DraftWardState.Unchanged
        : DraftWardState.Ready;
}

/// <summary>A draft ward by ward, and which finding belongs to which.</summary>
internal sealed class DraftWards
{
    private readonly Dictionary<string, string?> _names;
    private readonly Dictionary<CellRef, string> _keyByCell = [];
    private readonly Dictionary<Domain.OrganisationUnits.UnitKey, string> _keyByUnit = [];

    public DraftWards(DraftPreview preview)
    {
        var groups = preview.Lines.GroupBy(KeyOf).ToList();
        foreach (var group in groups)
        {
            foreach (var line in group)
            {
                Place(line, group.Key);
            }
        }

        var findings = preview.Report.Findings.ToLookup(f => KeyOf(f) ?? string.Empty, f => f.Severity);
        var kept = preview.Wards.ToDictionary(w => w.Ward.Key);
        All = [.. groups.Select(group => WardOf(group.Key, [.. group], kept, [.. findings[group.Key]])).OrderBy(w => w.State).ThenByDescending(w => w.Warnings > 0)];
        _names = All.ToDictionary(w => w.Key, w => w.Name);
    }

    /// <summary>What needs work comes first, else in the order of the sheet.</summary>
    public IReadOnlyList<DraftWard> All { get; }

    /// <summary>The ward that a finding is about; <c>null</c> when it concerns the whole file.</summary>
    public string? KeyOf(Finding finding) =>
        finding.Cell is { } cell && _keyByCell.TryGetValue(cell, out var byCell) ? byCell
        : finding.Unit is { } unit ? _keyByUnit.GetValueOrDefault(unit)
        : null;

    /// <summary>The name of the ward that a finding is about; <c>null</c> when there is but one, or it concerns the whole file.</summary>
    public string? NameOf(Finding finding) => All.Count > 1 && KeyOf(finding) is { } key ? _names.GetValueOrDefault(key) : null;

    private static string KeyOf(PreviewLine line) => line.Ward?.Code ?? line.Line.Unit?.Cell.Address ?? line.Line.LabelCell.Address;

    private static DraftWard WardOf(
        string key,
        IReadOnlyList<PreviewLine> lines,
        Dictionary<Domain.OrganisationUnits.UnitKey, PreviewWard> kept,
        IReadOnlyList<Severity> findings) => new(
            key,
            lines[0].Ward?.NameWithKind ?? lines[0].Line.Unit?.Written,
            lines,
            lines[0].Ward is { } ward ? kept.GetValueOrDefault(ward.Key) : null,
            lines.Count(l => l.IsKept),
            findings.Count(s => s == Severity.Error),
            findings.Count(s => s == Severity.Question),
            findings.Count(s => s == Severity.Warning));

    private void Place(PreviewLine line, string key)
    {
        foreach (var figure in line.Line.Figures)
        {
            _keyByCell.TryAdd(figure.Cell, key);
        }

        if (line.Line.Unit is { } unit)
        {
            _keyByCell.TryAdd(unit.Cell, key);
        }

        if (line.Ward is { } ward)
        {
            _keyByUnit.TryAdd(ward.Key, key);
        }
    }
}
