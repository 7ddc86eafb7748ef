using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Gathers a table's figures into lines, and its totals with the lines that each should be the sum of.</summary>
/// <param name="measures">What the rows and columns count in.</param>
/// <param name="linesSpanRows">Rows hold the roles, so that the whole and the part of one line stand in several of them.</param>
internal sealed class TableLines(SheetView view, Vocabulary words, TableNotes notes, MeasureUnits measures, bool linesSpanRows)
{
    private readonly List<LineBuilder> _lines = [];
    private readonly List<LineBuilder> _totals = [];
    private readonly Dictionary<(string Indicator, string Unit, int Row), LineBuilder> _open = [];

    /// <summary>How many figures found their place; those of totals do not count.</summary>
    public int Figures { get; private set; }

    /// <returns><c>false</c> when nothing says whether the figure is a whole, a part or a percentage.</returns>
    public bool Add(in FigurePlace place, UnitMention? unit, LineName indicator) =>
        Place(_lines, unit is null ? string.Empty : unit.Unit?.ToString() ?? unit.Written, place, unit, indicator, TotalReach.None);

    public void AddTotal(in FigurePlace place, LineName indicator, TotalReach reach) =>
        Place(_totals, $"Σ{reach}", place, null, indicator, reach);

    /// <summary>Totals over several indicators or columns.</summary>
    public TableSums Sums { get; } = new(view, words);

    public (IReadOnlyList<ReportLine> Lines, IReadOnlyList<TotalLine> Totals, IReadOnlyList<SumFigure> Sums) Read()
    {
        var valued = _lines.Where(l => l.HasValue).Select(KeyOf).ToHashSet();
        var kept = _lines
            .Where(l => l.HasValue || !valued.Contains(KeyOf(l)))
            .Select(l => (l.Row, Line: l.Line(words.Definition(l.IndicatorCode))))
            .ToList();
        return ([.. kept.Select(k => k.Line)], [.. Totals(kept)], Sums.Read(kept, notes));
    }

    private static (string, string?, string?) KeyOf(LineBuilder line) => (line.IndicatorCode, line.Unit?.Unit?.ToString(), line.Unit?.Written);

    private bool Place(List<LineBuilder> lines, string owner, in FigurePlace place, UnitMention? unit, LineName indicator, TotalReach reach)
    {
        var (row, column) = (place.Row.Number, place.Column.Index);
        var (cell, definition) = (view.At(row, column), words.Definition(indicator.Code));
        var role = RoleOf(place, cell, definition);
        if (role is FigureRole.None or FigureRole.Ignored)
        {
            return role == FigureRole.Ignored || cell is null || !NumberReading.IsNumberLike(cell);
        }

        var key = (indicator.Code, owner, linesSpanRows ? 0 : row);
        if (!_open.TryGetValue(key, out var line) || line.Holds(role))
        {
            _open[key] = line = new LineBuilder(unit, indicator, view.Ref(indicator.Cell)) { Row = row, Reach = reach };
            lines.Add(line);
        }

        var figure = NumberReading.Read(cell, view.Ref(row, column), role == FigureRole.Percent, definition);
        line.Add(role, view.IsEdited(row, column) ? figure with { IsEdited = true } : figure, place.Label, place.IsDoubtful);
        line.IsContested |= place.Column.IsContested;
        if (role != FigureRole.Percent && figure.Reading != FigureReading.Missing)
        {
            line.Measure ??= measures.DoubtOf(place, role, figure, indicator.Cell, definition);
        }

        Figures += cell is not null && reach == TotalReach.None ? 1 : 0;
        return true;
    }

    private FigureRole RoleOf(in FigurePlace place, Cell? cell, Indicator definition)
    {
        var role = place.Role != FigureRole.None ? place.Role : LineBuilder.RoleByShape(definition, cell);
        return role is FigureRole.None or FigureRole.Numerator or FigureRole.NumeratorInPeriod or FigureRole.NumeratorToDate
            && definition.Kind == IndicatorKind.Percentage && measures.IsPercentAlone(place.Row.Number) ? FigureRole.Percent : role;
    }

    private IEnumerable<TotalLine> Totals(List<(int Row, ReportLine Line)> lines)
    {
        var ofIndicator = lines.ToLookup(l => l.Line.IndicatorCode);
        var bounds = _totals.Select(t => t.Row).Distinct().Order().ToList();
        var standsAbove = StandsAbove(lines, bounds);
        foreach (var total in _totals.Where(t => t.HasValue))
        {
            var at = bounds.IndexOf(total.Row);
            var (from, to) = standsAbove ? (total.Row, at + 1 < bounds.Count ? bounds[at + 1] : int.MaxValue) : (at > 0 ? bounds[at - 1] : 0, total.Row);
            var part = total.Reach == TotalReach.Part ? ofIndicator[total.IndicatorCode].Where(l => l.Row > from && l.Row < to).Select(l => l.Line).ToList() : [];
            if (part.Count == 0 && total.Reach == TotalReach.Part && !HeaderWords.MayBeWholeTotal(total.Label.Text))
            {
                notes.UnknownRow(total.Label);
                continue;
            }

            var line = total.Line(words.Definition(total.IndicatorCode));
            yield return new TotalLine(line.IndicatorCode, line.Numerator, line.Denominator)
            {
                Parts = part.Count > 0 ? part : [.. ofIndicator[total.IndicatorCode].Select(l => l.Line)],
                Written = part.Count > 0 ? total.Label.Text.Trim() : null,
            };
        }
    }

    /// <summary>A table's sub-totals stand over their parts when the first of them has none above it.</summary>
    private bool StandsAbove(List<(int Row, ReportLine Line)> lines, List<int> bounds)
    {
        var first = _totals.Where(t => t.Reach == TotalReach.Part).Select(t => t.Row).DefaultIfEmpty(0).Min();
        var before = bounds.FindLast(b => b < first);
        return first > 0 && !lines.Exists(l => l.Row > before && l.Row < first);
    }
}
