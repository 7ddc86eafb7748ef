using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Submissions.Rules;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>Sends one sample workbook through the same intake as a real one, at the time it is said to have been sent.</summary>
internal sealed class SampleIntake(SubmissionIntake intake, SubmissionReturn returns)
{
    /// <summary>A ward does not know a figure that it had last month: asked, and answered as an officer would.</summary>
    private const string NotCountedYet = "Đơn vị chưa thống kê xong, sẽ bổ sung sau.";

    /// <exception cref="InvalidOperationException">The intake did not accept it: the sample data and the rules no longer fit together.</exception>
    public async Task TakeAsync(SampleReport report, CancellationToken cancellationToken)
    {
        var officer = SampleOfficers.Of(report.Collector, report.Lines[0].Ward.Territory);
        using var workbook = new MemoryStream();
        SampleWorkbooks.Write(report, workbook);
        workbook.Position = 0;
        var sent = new IncomingReport(workbook, report.FileName, report.Collector.Key, report.Period, WorkbookOrigin.Sample, report.SentAt);
        var outcome = await intake.TakeAsync(sent, SubmissionAnswers.None, officer, cancellationToken);
        if (outcome is SubmissionOutcome.Questioned questioned && OnlyAsksForMissing(questioned.Report))
        {
            workbook.Position = 0;
            outcome = await intake.TakeAsync(sent, SubmissionAnswers.ToAll(NotCountedYet), officer, cancellationToken);
        }

        switch (outcome)
        {
            case SubmissionOutcome.Accepted accepted:
                await ReturnAsync(report, accepted, officer, cancellationToken);
                break;
            case SubmissionOutcome.Unchanged:
            // A visitor has approved these months: they take nothing more.
            case SubmissionOutcome.Rejected { Report.Findings: var found } when found.Where(f => f.Severity == Severity.Error).All(f => f.Code == MonthIsOpen.PrintedCode):
                break;
            case var other:
                throw new InvalidOperationException($"Sample workbook {report.FileName} was not accepted: {Reason(other)}");
        }
    }

    private static bool OnlyAsksForMissing(CheckedReport report) => report.Findings.All(f => f.Severity == Severity.Warning || f.Code == "R30");

    private static string Reason(SubmissionOutcome outcome)
    {
        var report = (outcome as SubmissionOutcome.Rejected)?.Report ?? (outcome as SubmissionOutcome.Questioned)?.Report;
        return report is null
            ? outcome.ToString()
            : string.Join("; ", report.Findings.Select(f => $"{f.Code} {f.Severity} {f.Cell?.Address} {f.IndicatorCode} {string.Join(", ", f.Arguments)}"));
    }

    private async Task ReturnAsync(SampleReport report, SubmissionOutcome.Accepted accepted, Officer officer, CancellationToken cancellationToken)
    {
        foreach (var returned in report.Returns)
        {
            if (accepted.Wards.FirstOrDefault(w => w.Ward == returned.Ward) is { } kept)
            {
                await returns.ReturnAsync(kept.SubmissionId, returned.Reason, officer, cancellationToken, returned.At);
            }
        }
    }
}
