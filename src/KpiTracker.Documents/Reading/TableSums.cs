using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Gathers the totals that add up several indicators or some columns, with what each may be the sum of.</summary>
internal sealed class TableSums(SheetView view, Vocabulary words)
{
    private readonly List<RowSum> _rows = [];
    private readonly List<SumFigure> _columns = [];

    /// <summary>Whether a column adds up those beside it: <c>Cộng 4 nhóm</c>.</summary>
    public static bool IsSumColumn(TableColumn column) =>
        column is { Indicator: null, Unit: null, Heading: Heading.None, Role: not (FigureRole.Ignored or FigureRole.Percent) } && column.Text.Length > 0
        && HeaderWords.IsTotal(column.Group.Length > 0 ? column.Group : column.Text, false) && !HeaderWords.IsWholeTotal(column.Text);

    /// <summary>A row of totals, or of a group over its indicators.</summary>
    /// <param name="isGroup">Its parts stand below it.</param>
    public void AddRow(SheetRow row, Cell label, bool isGroup, IEnumerable<TableColumn> columns)
    {
        var figures = columns
            .Where(c => c.Role is FigureRole.Denominator or FigureRole.Numerator or FigureRole.NumeratorToDate)
            .Select(c => (IsWhole: c.Role == FigureRole.Denominator, Figure: NumberReading.Read(view.At(row.Number, c.Index), view.Ref(row.Number, c.Index), false)))
            .ToList();
        _rows.Add(new RowSum(row.Number, label, isGroup, figures));
    }

    /// <summary>The sums that stand beside their parts in one row.</summary>
    /// <param name="parts">The columns read.</param>
    public void AddColumns(SheetRow row, IReadOnlyList<TableColumn> sums, IReadOnlyList<TableColumn> parts)
    {
        for (var i = 0; i < sums.Count; i++)
        {
            var sum = sums[i];
            var from = i == 0 ? 0 : sums.Take(i).Where(s => s.Role == sum.Role).Select(s => s.Index).DefaultIfEmpty(0).Max();
            var all = parts.Where(p => p.Role == sum.Role && !p.IsTotal).ToList();
            List<List<TableColumn>> candidates = [all.FindAll(p => p.Index > from && p.Index < sum.Index), all, all.FindAll(p => p.Indicator is { } code && words.Definition(code).Kind == IndicatorKind.Percentage)];
            if (view.At(row.Number, sum.Index) is { } cell && all.Count > 0)
            {
                _columns.Add(new SumFigure(sum.Text.Trim(), true, Read(row, sum), [.. candidates.Where(c => c.Count > 0).Select(c => c.ConvertAll(p => Read(row, p)))]));
            }
        }
    }

    /// <param name="lines">Those of the table, with their rows.</param>
    /// <param name="notes">A group without parts is a row that nobody knows.</param>
    public IReadOnlyList<SumFigure> Read(IReadOnlyList<(int Row, ReportLine Line)> lines, TableNotes notes)
    {
        var sums = new List<SumFigure>(_columns);
        for (var i = 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            var below = Between(lines, row.Number, i + 1 < _rows.Count ? _rows[i + 1].Number : int.MaxValue);
            var above = Between(lines, i == 0 ? 0 : _rows[i - 1].Number, row.Number);
            if (row.IsGroup && below.Count == 0)
            {
                notes.UnknownRow(row.Label);
                continue;
            }

            List<List<ReportLine>> parts = row.IsGroup ? [below, OfPeople(below)] : [[.. lines.Select(l => l.Line)], OfPeople([.. lines.Select(l => l.Line)]), above, OfPeople(above), below];
            sums.AddRange(
                from figure in row.Figures
                where figure.Figure.Value is not null
                let candidates = parts.Select(p => Figures(p, figure.IsWhole)).Where(f => f.Count > 0).ToList()
                where candidates.Count > 0
                select new SumFigure(row.Label.Text.Trim(), false, figure.Figure, candidates));
        }

        return sums;
    }

    private static List<ReportFigure> Figures(List<ReportLine> lines, bool isWhole) => [.. lines.Select(l => isWhole ? l.Denominator : l.Numerator).OfType<ReportFigure>()];

    private static List<ReportLine> Between(IReadOnlyList<(int Row, ReportLine Line)> lines, int from, int to) => [.. lines.Where(l => l.Row > from && l.Row < to).Select(l => l.Line)];

    private List<ReportLine> OfPeople(List<ReportLine> lines) => lines.FindAll(l => words.Definition(l.IndicatorCode).Kind == IndicatorKind.Percentage);

    private ReportFigure Read(SheetRow row, TableColumn column)
    {
        var figure = NumberReading.Read(view.At(row.Number, column.Index), view.Ref(row.Number, column.Index), false);
        return view.IsEdited(row.Number, column.Index) ? figure with { IsEdited = true } : figure;
    }

    private sealed record RowSum(int Number, Cell Label, bool IsGroup, IReadOnlyList<(bool IsWhole, ReportFigure Figure)> Figures);
}
