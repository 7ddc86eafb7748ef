using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>
/// Which of a workbook's tables are the report: those of the chosen month and of the unit. What is left out is said; two sheets that could
/// both be meant are asked about.
/// </summary>
internal sealed class SheetChoice
{
    private readonly Vocabulary _words;
    private readonly List<SheetReading> _taken = [];
    private readonly List<UnplacedText> _notes = [];

    public SheetChoice(List<SheetReading> sheets, Vocabulary words)
    {
        _words = words;
        var period = words.Context.Period;
        var ordered = OfOneMonth(sheets).OrderByDescending(s => s.StatesPeriod(period)).ThenByDescending(s => s.Figures).ToList();
        var own = ordered.FindAll(s => !NamesAnotherWard(s));
        foreach (var sheet in own.Count > 0 ? own : ordered)
        {
            Take(sheet);
        }

        _notes.AddRange(ordered.Where(s => own.Count > 0 && !own.Contains(s)).Select(s => About(s, UnplacedKind.OtherSheet)));
    }

    /// <summary>The sheets to read, the foremost first; never empty.</summary>
    public IReadOnlyList<SheetReading> Taken => _taken;

    public IReadOnlyList<UnplacedText> Notes => _notes;

    private static UnplacedText About(SheetReading sheet, UnplacedKind kind) => new(sheet.Name, sheet.Start, kind);

    /// <summary>The tables that state the chosen month and those that state none; when no table states it, those of the latest month, which is then asked about.</summary>
    private List<SheetReading> OfOneMonth(List<SheetReading> sheets)
    {
        var stated = sheets.SelectMany(s => s.Tables).SelectMany(t => t.MonthsStated).ToHashSet();
        var chosen = _words.Context.Period;
        var month = stated.Count == 0 || stated.Contains(chosen) ? chosen : stated.Max();
        var kept = sheets.ConvertAll(s => s with { Tables = [.. s.Tables.Where(t => t.MonthsStated.Count == 0 || t.MonthsStated.Contains(month))] });
        SayOtherMonths(sheets, month);
        return kept.FindAll(s => s.Tables.Count > 0);
    }

    private void SayOtherMonths(List<SheetReading> sheets, ReportingPeriod month)
    {
        var tables = sheets
            .SelectMany(s => s.Tables.Select(t => (Sheet: s, Table: t)))
            .Where(t => t.Table.MonthsStated.Count > 0 && !t.Table.MonthsStated.Contains(month))
            .Select(t => (Period: t.Table.MonthsStated.First(), Cell: t.Sheet.View.Ref(t.Table.Head.Top, t.Table.Head.Columns[0].Index)));
        var others = tables.Concat(sheets.SelectMany(s => s.Tables).SelectMany(t => t.Months.Others)).DistinctBy(o => o.Period).OrderBy(o => o.Period).ToList();
        if (others.Count > 0)
        {
            _notes.Add(new UnplacedText(string.Join(", ", others.Select(o => FigureText.Period(o.Period))), others[0].Cell, UnplacedKind.OtherMonth));
        }
    }

    private bool NamesAnotherWard(SheetReading sheet)
    {
        var named = sheet.Tables.SelectMany(t => t.Title.Units).Select(u => u.Unit).OfType<UnitKey>().ToList();
        return _words.Scope.IsWard && named.Count > 0 && !named.Exists(u => _words.Context.Units.IsSameSeries(u, _words.Scope.Key));
    }

    private void Take(SheetReading sheet)
    {
        if (_taken.Count == 0)
        {
            _taken.Add(sheet);
            return;
        }

        var period = _words.Context.Period;
        var figures = Figures([sheet]);
        var known = Figures(_taken);
        var both = figures.Where(f => known.ContainsKey(f.Key)).ToList();
        if ((_taken[0].StatesPeriod(period) && !sheet.StatesPeriod(period) && _words.Scope.IsWard) || figures.Count == 0 || (both.Count == figures.Count && both.TrueForAll(f => known[f.Key] == f.Value)))
        {
            _notes.Add(About(sheet, UnplacedKind.OtherSheet));
        }
        else if (both.Count > 0)
        {
            _notes.Add(About(sheet, UnplacedKind.RivalSheet));
        }
        else
        {
            _taken.Add(sheet);
            if (_words.Scope.IsWard)
            {
                _notes.Add(About(sheet, UnplacedKind.SecondSheet));
            }
        }
    }

    private static Dictionary<(string Indicator, UnitKey? Unit, string? Written), (decimal? Numerator, decimal? Denominator, decimal? Percent)> Figures(IEnumerable<SheetReading> sheets) =>
        sheets.SelectMany(s => s.Lines)
            .Where(l => l.Figures.Any(f => !f.IsMissing))
            .GroupBy(l => (l.IndicatorCode, l.Unit?.Unit, l.Unit is { Unit: null } ? l.Unit.Written : null))
            .ToDictionary(g => g.Key, g => (g.First().Numerator?.Value, g.First().Denominator?.Value, g.First().Percent?.Value));
}
