using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What the record says of a ward's report: which month and revision, and each figure that another took the place of.</summary>
internal static class ReportEvents
{
    /// <param name="now">As it was just kept.</param>
    /// <param name="before">What counted until then; <c>null</c> for a ward's first.</param>
    public static AuditEvent Sent(AuditAction action, Submission now, Submission? before, Officer officer)
    {
        var changes = FigureDifference.Between(FiguresOf(before), FiguresOf(now));
        return new AuditEvent(action, SubjectOf(now))
        {
            By = officer,
            UnitId = now.UnitId,
            Before = before is null ? null : AuditDetails.Of([("revision", before.Revision), .. changes.Where(c => c.Before is not null).Select(c => (c.IndicatorCode, (object?)Text(c.Before!)))]),
            After = AuditDetails.Of(
            [
                ("period", now.Period),
                ("revision", now.Revision),
                ("receipt", now.WorkbookId),
                ("reason", now.RestoreReason),
                .. changes.Where(c => c.After is not null).Select(c => (c.IndicatorCode, (object?)Text(c.After!))),
            ]),
        };
    }

    /// <param name="action">Returned, approved or re-opened.</param>
    public static AuditEvent Reviewed(AuditAction action, Submission submission, string? reason, Officer officer) => new(action, SubjectOf(submission))
    {
        By = officer,
        UnitId = submission.UnitId,
        After = AuditDetails.Of(("period", submission.Period), ("revision", submission.Revision), ("reason", reason)),
    };

    private static string SubjectOf(Submission submission) => AuditEvent.Of("submission", submission.Id);

    private static List<KeptFigure> FiguresOf(Submission? submission) => [.. (submission?.Figures ?? []).Select(SubmissionFigures.Of)];

    private static string Text(KeptFigure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(figure is { Percent: { } percent, Numerator: null } ? $"{percent}%" : $"{figure.Numerator}")}{(figure.Denominator is { } of ? $"/{of}" : "")}");
}
