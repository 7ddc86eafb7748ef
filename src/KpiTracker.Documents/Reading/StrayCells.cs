using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Content far from everything else, on any side of the tables: one warning, however much of it there is.</summary>
internal static class StrayCells
{
    /// <summary>So many empty rows or columns away from everything, a cell is a slip of the hand.</summary>
    private const int Distance = 8;

    /// <summary>What is said of a formula that the file keeps no result of.</summary>
    private const string Formula = "=…";

    /// <summary>Above and to the left stand titles, however far away; a slip is shorter.</summary>
    private const int ShortestTitle = 4;

    public static IEnumerable<UnplacedText> In(SheetReading sheet)
    {
        var view = sheet.View;
        if (view.Sheet.IsDeclaredVast)
        {
            yield return new UnplacedText(view.Sheet.Name, view.Ref(1, 1), UnplacedKind.VastSheet);
        }

        if (view.Covered.FirstOrDefault(NumberReading.IsNumberLike) is { } covered)
        {
            yield return new UnplacedText(CellText.Of(covered), view.Ref(covered), UnplacedKind.CoveredCell);
        }

        if (First(sheet) is { } stray)
        {
            yield return new UnplacedText(stray.Kind == CellKind.FormulaWithoutResult ? Formula : CellText.Of(stray), view.Ref(stray), UnplacedKind.StrayCell);
        }
    }

    private static Cell? First(SheetReading sheet)
    {
        var left = sheet.All.Min(t => t.Head.Columns[0].Index);
        var right = sheet.All.Max(t => t.Head.Columns[^1].Index);
        var top = sheet.All.Min(t => t.Head.Top);
        var last = sheet.All.Max(t => t.LastRow);
        foreach (var row in sheet.View.Rows)
        {
            var isBelow = row.Number > last && row.Number - last > Distance;
            last = isBelow ? last : Math.Max(last, row.Number);
            var stray = isBelow ? row.Cells[0] : row.Cells.FirstOrDefault(c => c.Column > right + Distance || IsSlip(c, c.Column < left - Distance || row.Number < top - Distance));
            if (stray is not null)
            {
                return stray;
            }
        }

        return null;
    }

    private static bool IsSlip(Cell cell, bool isFar) => isFar && (cell.Kind != CellKind.Text || cell.Text.Trim().Length < ShortestTitle);
}
