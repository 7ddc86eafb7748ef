using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What is found in a cell: the worst of it, and its place in the list of findings.</summary>
public sealed record FindingMark(Severity Worst, int Position);

/// <summary>The figures read for one ward, each in a field of its own that can be typed over, beside last month's.</summary>
public sealed partial class PreviewTable
{
    private IReadOnlySet<CellRef> _repeated = new HashSet<CellRef>();

    [Parameter, EditorRequired]
    public DraftWard Ward { get; set; } = null!;

    /// <summary>The wards that a name in the file may mean.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<OrganisationUnit> Units { get; set; } = [];

    [Parameter, EditorRequired]
    public IReadOnlyDictionary<CellRef, EditedCell> Edits { get; set; } = new Dictionary<CellRef, EditedCell>();

    [Parameter, EditorRequired]
    public IReadOnlyDictionary<CellRef, FindingMark> Marks { get; set; } = new Dictionary<CellRef, FindingMark>();

    /// <summary>Where a finding stands, by its place in the list.</summary>
    [Parameter, EditorRequired]
    public Func<int, string> MarkLink { get; set; } = _ => string.Empty;

    private string Caption => Ward.Name is { } name ? L["Draft.Figures.Of", name] : L["Draft.Figures"];

    private IEnumerable<UnitMention> Mentions => Ward.Lines
        .Select(l => l.Line.Unit)
        .OfType<UnitMention>()
        .Where(m => IsField(m, Edits) || _repeated.Contains(m.Cell) || IsOutside(m))
        .DistinctBy(m => m.Cell);

    protected override void OnParametersSet() => _repeated = LeftOutRows.Repeated(Ward.Lines.Select(l => l.Line));

    /// <summary>The cells of a line that have a field on the page, with the anchor <c>e-D9</c>.</summary>
    internal static IEnumerable<CellRef> FieldsOf(ReportLine line, IReadOnlyDictionary<CellRef, EditedCell> edits)
    {
        var figures = new[] { line.Numerator, line.Denominator, HasCounts(line) ? null : line.Percent }.OfType<ReportFigure>().Select(f => f.Cell);
        return line.Unit is { } unit && IsField(unit, edits) ? figures.Append(unit.Cell) : figures;
    }

    private bool IsOutside(UnitMention mention) => mention.Unit is { } unit && !Units.Any(u => u.Key == unit);

    private static bool IsField(UnitMention mention, IReadOnlyDictionary<CellRef, EditedCell> edits) => !mention.IsCertain || edits.ContainsKey(mention.Cell);

    private static bool HasCounts(ReportLine line) => line is { Numerator.Value: not null, Denominator.Value: > 0 };

    // A count has no whole: a column for others' wholes is no place to type one.
    private static bool HasDenominator(PreviewLine line) =>
        line.Indicator.Kind == IndicatorKind.Percentage || (line.Line.Denominator is { IsEmpty: false } or { IsEdited: true });

    private static bool ShowsRate(PreviewLine line) => HasCounts(line.Line) && ValueOf(line)?.Percent is not null;

    private RenderFragment Field(ReportFigure? figure, string column, string indicator, bool isPercent = false) => builder =>
    {
        builder.OpenComponent<FigureField>(0);
        builder.AddComponentParameter(1, nameof(FigureField.Figure), figure);
        builder.AddComponentParameter(2, nameof(FigureField.Label), $"{column} – {indicator}");
        builder.AddComponentParameter(7, nameof(FigureField.Column), column);
        builder.AddComponentParameter(3, nameof(FigureField.IsPercent), isPercent);
        builder.AddComponentParameter(4, nameof(FigureField.Edit), figure is null ? null : Edits.GetValueOrDefault(figure.Cell));
        builder.AddComponentParameter(5, nameof(FigureField.Mark), figure is null ? null : Marks.GetValueOrDefault(figure.Cell));
        builder.AddComponentParameter(6, nameof(FigureField.MarkLink), MarkLink);
        builder.CloseComponent();
    };

    private static IndicatorValue? ValueOf(PreviewLine line) =>
        IndicatorValue.Of(line.Indicator.Kind, line.Line.Numerator?.Value, line.Line.Denominator?.Value);

    private static IndicatorValue? ValueOf(Indicator indicator, KeptFigure? figure) =>
        figure is null ? null : IndicatorValue.Of(indicator.Kind, figure.Numerator, figure.Denominator);

    private static string Shown(Indicator indicator, IndicatorValue? value, KeptFigure? figure) =>
        indicator.Kind == IndicatorKind.Count ? FigureText.Count(value?.Numerator) : FigureText.Percent(value?.Percent ?? figure?.Percent);

    private string Change(Indicator indicator, IndicatorValue? now, IndicatorValue? last) => (now, last) switch
    {
        (null, _) or (_, null) => FigureText.Missing,
        _ when indicator.Kind == IndicatorKind.Count => FigureText.Change(now.Numerator - last.Numerator),
        _ => $"{FigureText.Points(now.Percent - last.Percent)} {L["Figure.Points"]}",
    };
}
