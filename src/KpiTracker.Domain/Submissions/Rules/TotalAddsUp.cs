using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A total should be the sum of the lines that it covers, parts and wholes alike; the wards' figures hold, and the officer is asked about the total.
/// Nothing is asked where the sum cannot be known: a ward's figure is unreadable, or one was typed over in the preview and the total is the
/// file's formula, which still shows the old sum.
/// </summary>
public sealed class TotalAddsUp() : ReportRule("R20")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) => Totals(report, reference).Concat(Sums(report));

    /// <summary>Over indicators nobody can say which of them a total adds up, so it is asked about when none of the likely sums is it.</summary>
    private IEnumerable<Finding> Sums(WardReport report) =>
        from sum in report.Sums
        where sum.Figure.Value is not null && sum.Sums.All(parts => IsKnown(sum.Figure, [.. parts]) && parts.Sum(f => f.Value ?? 0) != sum.Figure.Value)
        select Question(sum.Figure.Cell, FigureText.Quoted(sum.Written), FigureText.Count(sum.Figure.Value), FigureText.Count(sum.Sums[0].Sum(f => f.Value ?? 0)))
            with { TextKey = $"{Code}.{(sum.IsColumn ? "column" : "row")}" };

    private IEnumerable<Finding> Totals(WardReport report, ReferenceData reference)
    {
        var lines = report.Lines.ToLookup(l => l.IndicatorCode);
        return
            from total in report.Totals
            let parts = total.Parts ?? [.. lines[total.IndicatorCode]]
            from pair in new[] { (Written: total.Denominator, Figures: parts.Select(l => l.Denominator)), (Written: total.Numerator, Figures: parts.Select(l => l.Numerator)) }
            let figures = pair.Figures.OfType<ReportFigure>().ToList()
            where pair.Written?.Value is not null && IsKnown(pair.Written, figures)
            let sum = figures.Sum(f => f.Value ?? 0)
            where sum != pair.Written.Value
            select Of(total, pair.Written, sum, reference);
    }

    private static bool IsKnown(ReportFigure total, List<ReportFigure> figures) =>
        figures.TrueForAll(f => f.Value is not null || f.IsMissing)
        && !(total is { IsFormula: true, IsEdited: false } && figures.Exists(f => f.IsEdited));

    private Finding Of(TotalLine total, ReportFigure written, decimal sum, ReferenceData reference)
    {
        var asked = total.Written is { } name
            ? Question(written.Cell, NameOf(total.IndicatorCode, reference), FigureText.Count(written.Value), FigureText.Count(sum), name) with { TextKey = $"{Code}.part" }
            : Question(written.Cell, NameOf(total.IndicatorCode, reference), FigureText.Count(written.Value), FigureText.Count(sum));
        return asked with { IndicatorCode = total.IndicatorCode };
    }
}
