using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A total should be the sum of the wards read with it, parts and wholes alike; the wards' figures hold, and the officer is asked about the total.
/// With several totals each may be the sum of all, or of the wards between its neighbours and it. Nothing is asked where the sum cannot be known:
/// a ward's figure is unreadable, or one was typed over in the preview and the total is the file's formula, which still shows the old sum.
/// </summary>
public sealed class TotalAddsUp() : ReportRule("R20")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var lines = report.Lines.ToLookup(l => l.IndicatorCode);
        return report.Totals.GroupBy(t => t.IndicatorCode).SelectMany(totals =>
            Ask(report, [.. totals.Select(t => t.Denominator)], [.. lines[totals.Key].Select(l => l.Denominator).OfType<ReportFigure>()])
                .Concat(Ask(report, [.. totals.Select(t => t.Numerator)], [.. lines[totals.Key].Select(l => l.Numerator).OfType<ReportFigure>()]))
                .Select(f => Question(f.Total.Cell, NameOf(totals.Key, reference), FigureText.Count(f.Total.Value), FigureText.Count(f.Sum)) with { IndicatorCode = totals.Key }));
    }

    private static IEnumerable<(ReportFigure Total, decimal Sum)> Ask(WardReport report, List<ReportFigure?> totals, List<ReportFigure> figures)
    {
        if (figures.Exists(f => f.Value is null && !f.IsMissing))
        {
            yield break;
        }

        var written = totals.OfType<ReportFigure>().Where(t => t.Value is not null).OrderBy(t => Place(t, report)).ToList();
        var sum = figures.Sum(f => f.Value ?? 0);
        for (var i = 0; i < written.Count; i++)
        {
            var total = written[i];
            var isOutdated = total is { IsFormula: true, IsEdited: false } && figures.Exists(f => f.IsEdited);
            var isOfSome = written.Count > 1 && (IsSumBetween(i == 0 ? null : written[i - 1], total, total) || IsSumBetween(total, i == written.Count - 1 ? null : written[i + 1], total));
            if (total.Value != sum && !isOutdated && !isOfSome)
            {
                yield return (total, sum);
            }
        }

        bool IsSumBetween(ReportFigure? from, ReportFigure? to, ReportFigure total)
        {
            var between = figures.Where(f => (from is null || Place(f, report) > Place(from, report)) && (to is null || Place(f, report) < Place(to, report))).ToList();
            return between.Count > 0 && total.Value == between.Sum(f => f.Value ?? 0);
        }
    }

    /// <summary>Wards follow one another downwards, or across in the transpose.</summary>
    private static int Place(ReportFigure figure, WardReport report) =>
        report.Layout == ReportLayout.UnitsInColumns ? figure.Cell.Position.Column : figure.Cell.Position.Row;
}
