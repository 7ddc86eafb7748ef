namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A label with characters that look like others (Ð for Đ, letters of another alphabet) or that turn the writing round is refused, not interpreted.</summary>
public sealed class TextIsWhatItShows() : ReportRule("R25")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        from text in report.Unplaced
        where text.Kind == UnplacedKind.DeceptiveText
        select Error(text.Cell, text.Written);
}
