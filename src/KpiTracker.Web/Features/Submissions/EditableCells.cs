using System.Text.RegularExpressions;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>A cell that can be typed over in the preview.</summary>
/// <param name="Text">As the preview shows it.</param>
/// <param name="Written">As the cell has it, letter by letter.</param>
/// <param name="IndicatorCode">Whose figure it is; <c>null</c> for a unit's name.</param>
internal sealed record EditableCell(CellRef Cell, string Text, string Written, string? IndicatorCode, bool IsPercent);

/// <summary>Which cells of a report can be typed over: its figures, and the names of units.</summary>
internal static partial class EditableCells
{
    public static IReadOnlyDictionary<CellRef, EditableCell> Of(WardReport report)
    {
        var cells = new Dictionary<CellRef, EditableCell>();
        foreach (var line in report.Lines)
        {
            foreach (var figure in line.Figures)
            {
                var isPercent = figure == line.Percent;
                cells.TryAdd(figure.Cell, new EditableCell(figure.Cell, TextOf(figure, isPercent), figure.Written, line.IndicatorCode, isPercent));
            }

            if (line.Unit is { } unit)
            {
                cells.TryAdd(unit.Cell, new EditableCell(unit.Cell, unit.Written, unit.Written, null, false));
            }
        }

        return cells;
    }

    /// <summary>What stands in the field: a number as all screens print it, a formula without a result as nothing, anything else as the file has it.</summary>
    public static string TextOf(ReportFigure figure, bool isPercent) => figure.Value switch
    {
        null => figure.Reading == FigureReading.FormulaWithoutResult ? string.Empty : figure.Written,
        { } value when isPercent => FigureText.TargetPercent(value),
        { } value => FigureText.Count(value),
    };

    /// <summary>The screens print thousands with dots, so dots typed into them part thousands: no reader need ask.</summary>
    public static string WithoutThousands(string text) => Thousands().IsMatch(text) ? text.Replace(".", string.Empty, StringComparison.Ordinal) : text;

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{3})+$")]
    private static partial Regex Thousands();
}
