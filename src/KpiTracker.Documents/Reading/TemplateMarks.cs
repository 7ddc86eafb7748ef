using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>The hidden names by which a template of ours says for which unit and month it was made.</summary>
internal static class TemplateMarks
{
    public const string UnitName = "KpiTracker_Unit";
    public const string PeriodName = "KpiTracker_Period";
    public const string CodesName = "KpiTracker_Codes";

    public static TitleBlock Read(SheetView view, IReadOnlyDictionary<string, string> names, Vocabulary words)
    {
        var periods = new List<StatedPeriod>();
        var units = new List<UnitMention>();
        if (Marked(view, names, PeriodName) is { } month && ReportingPeriod.TryParse(month.Text, out var period))
        {
            periods.Add(new StatedPeriod(period, month.Text, view.Ref(month), IsTemplateMark: true));
        }

        if (Marked(view, names, UnitName) is { } unit && words.Unit(unit.Text, view.Ref(unit)) is { } mention)
        {
            units.Add(mention);
        }

        return new TitleBlock(periods, [.. units.Where(u => words.IsOfScopeLevel(u))], [.. units.Where(u => !words.IsOfScopeLevel(u))]);
    }

    private static Cell? Marked(SheetView view, IReadOnlyDictionary<string, string> names, string name)
    {
        if (!names.TryGetValue(name, out var refers))
        {
            return null;
        }

        var bang = refers.LastIndexOf('!');
        return CellAddress.TryParseRange(refers[(bang + 1)..], out var at) ? view.At(at.Top, at.Left) : null;
    }
}
