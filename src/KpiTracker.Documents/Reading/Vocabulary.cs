using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>What one text of a table's head or margin says.</summary>
internal readonly record struct LabelMeaning(Heading Heading, FigureRole Role, string? Indicator, UnitMention? Unit)
{
    public bool SaysSomething => Heading != Heading.None || Role != FigureRole.None || Indicator is not null || Unit is not null;
}

/// <summary>The names that a workbook is read with: indicators, units at the period, words of table heads.</summary>
internal sealed class Vocabulary(ReadingContext context)
{
    private const int LongestRoleInHead = 60;

    private readonly IndicatorNames _indicators = IndicatorNames.For(context.Indicators);
    private readonly UnitNames _units = UnitNames.For(context.Units, context.Period);
    private readonly Dictionary<string, LabelMeaning> _meanings = [];

    public ReadingContext Context { get; } = context;

    public OrganisationUnit Scope => Context.Unit;

    public string? Indicator(string text) => _indicators.Match(text);

    public Indicator Definition(string code) => Context.Indicators.First(i => i.Code == code);

    public UnitMention? Unit(string text, CellRef cell) => _units.FindExactly(text, cell, Scope);

    public UnitMention ResolveUnit(string text, CellRef cell) => _units.Resolve(text, cell, Scope);

    public UnitMention? UnitInTitle(string text, CellRef cell) => _units.InTitle(text, cell, Scope);

    public LabelMeaning MeaningOf(string text, CellRef cell)
    {
        if (!_meanings.TryGetValue(text, out var meaning))
        {
            var heading = HeaderWords.HeadingOf(text);
            var indicator = heading == Heading.None ? Indicator(text) : null;
            var role = heading == Heading.None && (indicator is not null || text.Length <= LongestRoleInHead) ? HeaderWords.RoleOf(text, indicator is not null) : FigureRole.None;
            var unit = heading == Heading.None && indicator is null && role == FigureRole.None ? Unit(text, cell) : null;
            _meanings[text] = meaning = new LabelMeaning(heading, role, indicator, unit);
        }

        return meaning.Unit is { } named && named.Cell != cell ? meaning with { Unit = named with { Cell = cell } } : meaning;
    }
}
