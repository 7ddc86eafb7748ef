using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What someone typed into one cell of a preview.</summary>
internal sealed record TypedCell(CellRef Cell, string Text);

/// <summary>A cell whose text is sent instead of what the file holds.</summary>
/// <param name="Original">What was read of the file, as the officer saw it; empty for an empty cell.</param>
/// <param name="Text">What holds now; empty when the cell was cleared.</param>
/// <param name="IndicatorCode"><c>null</c> for a unit's name.</param>
/// <param name="ByName">Who typed it last.</param>
/// <param name="At">When it was typed last.</param>
public sealed record EditedCell(CellRef Cell, string Original, string Text, string? IndicatorCode, string ById, string ByName, DateTimeOffset At);

/// <summary>From the log of a draft's edits to what holds.</summary>
internal static class CellEdits
{
    /// <summary>The latest edit of a cell holds; a cell in which the file's own text stands again is not edited.</summary>
    /// <param name="log">All edits of one draft.</param>
    /// <returns>In the order in which the cells were first touched.</returns>
    public static IReadOnlyDictionary<CellRef, EditedCell> Holding(IEnumerable<DraftEdit> log) =>
        log.OrderBy(e => e.Position)
            .GroupBy(e => new CellRef(e.Sheet, e.Cell))
            .Select(cell => EditedOf(cell.Key, cell.First(), cell.Last()))
            .Where(e => e.Text != e.Original)
            .ToDictionary(e => e.Cell);

    private static EditedCell EditedOf(CellRef cell, DraftEdit first, DraftEdit last) =>
        new(cell, first.Before, last.After, last.IndicatorCode, last.ById, last.ByName, last.At);
}
