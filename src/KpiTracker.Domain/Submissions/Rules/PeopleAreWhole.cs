using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>Half a person is a slip: a decimal point in the place of a thousands one, or a percentage in the column of counts.</summary>
public sealed class PeopleAreWhole() : ReportRule("R06")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from line in report.Lines
        from figure in line.Counts
        where figure.Value is { } value && value != decimal.Truncate(value)
        select About(Error(figure.Cell, NameOf(line.IndicatorCode, reference), FigureText.Count(figure.Value)), line, reference);
}
