using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>What stands in the workbook and was not read, or was read although hidden or by an earlier choice, is named: nothing is left out in silence.</summary>
public sealed class EverythingIsPlaced() : ReportRule("R24")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) => [.. Unplaced(report, reference), .. WholesOfCounts(report, reference)];

    /// <summary>A count has one figure: a whole beside it, in a cell that the template leaves grey, goes nowhere. The same number written twice is no loss.</summary>
    private IEnumerable<Finding> WholesOfCounts(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where reference.Indicator(line.IndicatorCode).Kind == IndicatorKind.Count
        let counted = line.Numerator?.Value
        from whole in new[] { line.Denominator }.OfType<ReportFigure>()
        where whole.Value is not null && counted is not null && whole.Value != counted
        select About(Warning(whole.Cell, NameOf(line.IndicatorCode, reference), FigureText.Count(whole.Value), FigureText.Count(counted)) with { TextKey = $"{Code}.WholeOfCount" }, line, reference);

    private IEnumerable<Finding> Unplaced(WardReport report, ReferenceData reference) =>
        from text in report.Unplaced
        where text.Kind is not (UnplacedKind.DeceptiveText or UnplacedKind.RivalSheet or UnplacedKind.SecondSheet or UnplacedKind.RivalColumns
            or UnplacedKind.Neighbourhoods or UnplacedKind.NeighbourhoodTotal)
        select Of(text, reference);

    private Finding Of(UnplacedText text, ReferenceData reference) => text switch
    {
        { Kind: UnplacedKind.UnknownIndicator, Label: { } label } => Unknown(text, label, reference),
        { Kind: UnplacedKind.MappedLabel, Mapping: { IndicatorCode: { } code } } => Warning(text.Cell, text.Written, NameOf(code, reference)) with { TextKey = $"{Code}.MappedLabel", IndicatorCode = code },
        { Kind: UnplacedKind.MappedLabel, Mapping: { } mapping } => Warning(text.Cell, text.Written) with { TextKey = $"{Code}.MappedLabel.{mapping.Use}" },
        _ => Warning(text.Cell, text.Written, text.Cell.Sheet) with { TextKey = $"{Code}.{text.Kind}" },
    };

    private Finding Unknown(UnplacedText text, MappableLabel label, ReferenceData reference)
    {
        var place = label.IsColumn ? text.Cell.Address.TrimEnd("0123456789".ToCharArray()) : text.Cell.Address.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ".ToCharArray());
        var nearest = string.Join(", ", text.NearestIndicators.Select(code => $"“{NameOf(code, reference)}”"));
        var key = $"{Code}.Unknown{(label.IsColumn ? "Column" : "Row")}";
        return Warning(text.Cell, text.Written, place, nearest) with { TextKey = nearest.Length > 0 ? key + ".near" : key };
    }
}
