using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>An indicator without its figures is not reported: missing is not zero, and the officer is told that it stays open.</summary>
public sealed class FigureIsReported() : ReportRule("R09")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        where !ReportCheck.IsReported(line, reference.Indicator(line.IndicatorCode)) && line.Counts.All(f => f.IsMissing || f.Value is not null)
            && line.Figures.Any() && !IsPercentUnread(line)
        // What a ward has to fill in is how many reached it; the whole stands in the template already.
        let missing = line.Numerator is { IsMissing: true } open ? open : line.Counts.FirstOrDefault(f => f.IsMissing)
        select About(Warning(missing?.Cell ?? line.LabelCell, NameOf(line.IndicatorCode, reference), missing is { IsEmpty: false } ? missing.Written : FigureText.Missing), line, reference);

    private static bool IsPercentUnread(ReportLine line) => !line.Counts.Any() && line.Percent is { IsMissing: false };
}
