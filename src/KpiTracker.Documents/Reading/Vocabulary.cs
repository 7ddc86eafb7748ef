using System.Text.RegularExpressions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>What one text of a table's head or margin says.</summary>
/// <param name="Mapping">What a person said that it means, where that decided.</param>
internal readonly record struct LabelMeaning(Heading Heading, FigureRole Role, NamedIndicator? Indicator, UnitMention? Unit, LabelMapping? Mapping)
{
    /// <summary>The text says more than its role, so that it may be another's: asked.</summary>
    public bool IsRoleDoubtful { get; init; }

    public bool SaysSomething => Heading != Heading.None || Role != FigureRole.None || Indicator is not null || Unit is not null;
}

/// <summary>The names that a workbook is read with: indicators, units at the period, words of table heads, and what people said before.</summary>
/// <param name="clock">Runs since the file was opened.</param>
internal sealed partial class Vocabulary(ReadingContext context, ReadingClock clock)
{
    private const int LongestRoleInHead = 60;

    private readonly IndicatorNames _indicators = IndicatorNames.For(context.Indicators);
    private readonly UnitNames _units = UnitNames.For(context.Units, context.Period);
    private readonly Dictionary<string, LabelMeaning> _meanings = [];
    private readonly Dictionary<string, LabelMapping> _mappings = UsableMappings(context);

    public ReadingContext Context { get; } = context;

    /// <summary>Names are compared row by row, so that a sheet of a hundred thousand odd ones could take minutes.</summary>
    /// <exception cref="GateRefusal">The time that one file may take is over.</exception>
    public void KeepWithinBudget()
    {
        if (clock.IsOver)
        {
            throw new GateRefusal(UnreadableReason.TooSlow);
        }
    }

    public OrganisationUnit Scope => Context.Unit;

    /// <summary>By the registers; else by what a person said of the label; else, uncertainly, by resemblance.</summary>
    public NamedIndicator? Indicator(string text)
    {
        KeepWithinBudget();
        var named = Known(text);
        if (named is { IsCertain: true } || MappingOf(text) is not { } mapping)
        {
            return named;
        }

        return mapping.IndicatorCode is { } code ? new NamedIndicator(code, true) : null;
    }

    /// <summary>By the registers. Whose people they are says the report already: <c>CBCCVC phường Bưởi</c>.</summary>
    private NamedIndicator? Known(string text)
    {
        var named = _indicators.Find(text);
        return named is { IsCertain: false } && text.Contains(Scope.Name, StringComparison.OrdinalIgnoreCase) && WithoutScope(text) is { } rest && _indicators.Find(rest) is { IsCertain: true } certain ? certain : named;
    }

    private string? WithoutScope(string text) =>
        text.Replace(Scope.NameWithKind, " ", StringComparison.OrdinalIgnoreCase) is var rest && rest.Length < text.Length ? rest : null;

    /// <summary>What a person said that a label means; <c>null</c> when nobody did, or the registers know it anyway.</summary>
    public LabelMapping? MappingOf(string text) =>
        _mappings.Count > 0 && _mappings.GetValueOrDefault(LabelKey.Of(text)) is { } mapping && Known(text) is not { IsCertain: true } ? mapping : null;

    public IReadOnlyList<string> NearestIndicators(string text) => _indicators.Nearest(text);

    public Indicator Definition(string code) => Context.Indicators.First(i => i.Code == code);

    public UnitMention? Unit(string text, CellRef cell)
    {
        KeepWithinBudget();
        return _units.FindExactly(text, cell, Scope);
    }

    /// <summary>The mention, with the other ward whose code stands beside it.</summary>
    /// <param name="code">Five digits, leading zeros or not.</param>
    public UnitMention BesideCode(UnitMention mention, string code) =>
        _units.WardOfCode(code) is { } other && mention.Unit is { } named && other.Key != named && Context.Units.Find(named) is { IsWard: true }
            ? mention with { Rival = new RivalUnit(code, other, true) }
            : mention;

    /// <summary>The ward whose code a title states: <c>Mã đơn vị: 00094</c>.</summary>
    public UnitMention? WardOfCodeIn(string text, CellRef cell) =>
        CodeInTitle().Match(Fold.Plain(text)) is { Success: true } code && _units.WardOfCode(code.Groups["c"].Value) is { } ward
            ? new UnitMention(text.Trim(), cell, ward.Key, true, []) { Rival = new RivalUnit(code.Groups["c"].Value, ward, true) }
            : null;

    [GeneratedRegex(@"\bma\b[^:\d]{0,30}:?\s*(?<c>\d{5})(?!\d)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CodeInTitle();

    public UnitMention ResolveUnit(string text, CellRef cell)
    {
        KeepWithinBudget();
        return _units.Resolve(text, cell, Scope);
    }

    public UnitMention? UnitInTitle(string text, CellRef cell)
    {
        KeepWithinBudget();
        return _units.InTitle(text, cell, Scope, Scope.IsWard);
    }

    /// <summary>The ward of the scope that a title names certainly.</summary>
    public UnitMention? WardInTitle(string text, CellRef cell) =>
        _units.InTitle(text, cell, Scope, isWard: true) is { IsCertain: true, Unit: { } unit } ward && Context.Units.IsWithin(unit, Scope.Key) ? ward : null;

    /// <summary>The ward that a sheet is named after.</summary>
    public UnitMention? WardInSheetName(string name, CellRef cell) =>
        Unit(name, cell) is { IsCertain: true, Unit: { } unit } ward && Context.Units.Find(unit) is { IsWard: true } ? ward : null;

    public bool IsOfScopeLevel(UnitMention mention) => mention.Unit is { } unit && Context.Units.Find(unit)?.IsWard == Scope.IsWard;

    public LabelMeaning MeaningOf(string text, CellRef cell)
    {
        if (!_meanings.TryGetValue(text, out var meaning))
        {
            _meanings[text] = meaning = Meaning(text, cell);
        }

        return meaning.Unit is { } named && named.Cell != cell ? meaning with { Unit = named with { Cell = cell } } : meaning;
    }

    private LabelMeaning Meaning(string text, CellRef cell)
    {
        var heading = HeaderWords.HeadingOf(text);
        if (heading != Heading.None)
        {
            return new LabelMeaning(heading, FigureRole.None, null, null, null);
        }

        var mapping = MappingOf(text);
        var indicator = Indicator(text);
        if (indicator is { IsCertain: false } && mapping is null && text.Length <= LongestRoleInHead && HeaderWords.RoleOf(text, false) is not (FigureRole.None or FigureRole.Ignored) && !IsRoleDoubtful(text))
        {
            // Nothing but a role's words: Đã phổ cập, Số đã được phổ cập.
            indicator = null;
        }

        var role = mapping is not null ? RoleOf(mapping, text)
            : indicator is not null || text.Length <= LongestRoleInHead ? HeaderWords.RoleOf(text, indicator is not null)
            : FigureRole.None;
        var unit = indicator is null && role == FigureRole.None ? Unit(text, cell) : null;
        var isOfAnotherYear = mapping is null && role != FigureRole.None && SaysAnotherYear(text);
        return new LabelMeaning(Heading.None, isOfAnotherYear && role != FigureRole.Denominator ? FigureRole.Ignored : role, indicator, unit, mapping)
        {
            IsRoleDoubtful = mapping is null && indicator is null && role is not (FigureRole.None or FigureRole.Ignored) && IsRoleDoubtful(text),
        };
    }

    /// <summary>Whether a text that is taken for a role says more than that, so that it may be another: <c>Tổng số kiểm tra</c>.</summary>
    public bool IsRoleDoubtful(string text) =>
        MappingOf(text) is null && PeriodStatements.InHead(text, Context.Period) is null && HeaderWords.IsRoleDoubtful(text, Context.Period.Year);

    /// <summary>Whether a head speaks of another year as a whole: last year's figures, or a target's.</summary>
    public bool SaysAnotherYear(string text) =>
        LabelRest.NamesAnotherYear(Fold.Words(text), Context.Period.Year) && PeriodStatements.InHead(text, Context.Period) is null;

    /// <summary>A label taken for an indicator may also name its role: <c>Đoàn viên - Tổng số</c>.</summary>
    private static FigureRole RoleOf(LabelMapping mapping, string text) => mapping.Use switch
    {
        LabelUse.Numerator => FigureRole.Numerator,
        LabelUse.Denominator => FigureRole.Denominator,
        LabelUse.Percent => FigureRole.Percent,
        LabelUse.Ignored => FigureRole.Ignored,
        _ => HeaderWords.RoleOf(text, true) is var role && role != FigureRole.None ? role : HeaderWords.RoleOf(text, false),
    };

    /// <summary>A mapping to an indicator that is no longer in the register says nothing.</summary>
    private static Dictionary<string, LabelMapping> UsableMappings(ReadingContext context)
    {
        var codes = context.Indicators.Select(i => i.Code).ToHashSet();
        return context.Mappings
            .Where(m => m.Key.Length > 0 && (m.Use == LabelUse.Indicator ? m.IndicatorCode is { } code && codes.Contains(code) : m.IndicatorCode is null))
            .GroupBy(m => m.Key)
            .ToDictionary(m => m.Key, m => m.Last());
    }
}
