using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Gate;

/// <summary>What a cell shows, figures in the vi-VN manner.</summary>
internal static class CellText
{
    public static string Of(Cell cell) => cell.Kind switch
    {
        CellKind.Number when cell.Shape == NumberShape.Percent => FigureText.TargetPercent(cell.Number * 100),
        CellKind.Number => cell.Text.Length > 0 ? $"{FigureText.Count(cell.Number)} {cell.Text}" : FigureText.Count(cell.Number),
        CellKind.FormulaWithoutResult => ReportFigure.NoResult,
        _ => cell.Text,
    };
}
