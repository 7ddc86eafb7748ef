using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>
/// Rows (in the transpose, columns) that a person leaves out of a report for several wards: their unit's name is typed over with <see cref="Text"/>.
/// On record like any other edit; a total that counted them is asked about.
/// </summary>
internal static class LeftOutRows
{
    public const string Text = "(không lấy)";

    /// <summary>The units' names so typed over.</summary>
    public static IEnumerable<EditedCell> Of(IReadOnlyDictionary<CellRef, EditedCell> edits) => edits.Values.Where(e => e is { IndicatorCode: null, Text: Text });

    public static WardReport Without(WardReport report, IReadOnlyDictionary<CellRef, EditedCell> edits)
    {
        var cells = Of(edits).Select(e => e.Cell).ToHashSet();
        return cells.Count == 0 ? report : report with { Lines = [.. report.Lines.Where(l => l.Unit is null || !cells.Contains(l.Unit.Cell))] };
    }

    /// <summary>The names under which a ward stands again with an indicator that it has already: which of them holds is for a person to say.</summary>
    /// <param name="lines">All lines, or all of one ward.</param>
    public static IReadOnlySet<CellRef> Repeated(IEnumerable<ReportLine> lines) =>
        lines.Where(l => l.Unit is { Unit: not null })
            .GroupBy(l => (l.Unit!.Unit, l.IndicatorCode))
            .Where(same => same.DistinctBy(l => l.Unit!.Cell).Skip(1).Any())
            .SelectMany(same => same.Select(l => l.Unit!.Cell))
            .ToHashSet();
}
