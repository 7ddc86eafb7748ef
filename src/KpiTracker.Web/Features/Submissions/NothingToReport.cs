using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Live;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the saying that there is nothing to report ended.</summary>
internal abstract record NothingOutcome
{
    private NothingOutcome()
    {
    }

    public sealed record Sent(int ReceiptId) : NothingOutcome;

    /// <summary>It was said before; the receipt is the earlier one.</summary>
    public sealed record Unchanged(int ReceiptId) : NothingOutcome;

    /// <summary>A report with figures is on record: whoever means to replace it must say so.</summary>
    public sealed record WouldReplace : NothingOutcome;

    /// <summary>The ward's month was approved: it has to be re-opened first.</summary>
    public sealed record Closed : NothingOutcome;

    public sealed record Refused(SubmissionRefusal Reason) : NothingOutcome;
}

/// <summary>What saying "nothing to report" would do.</summary>
/// <param name="Revision">Of the report on record; <c>null</c> when nothing was sent.</param>
/// <param name="Figures">How many indicators that report holds; 0 when it says nothing to report itself, or was given back.</param>
internal sealed record NothingQuestion(OrganisationUnit Ward, ReportingPeriod Period, int? Revision, int Figures)
{
    /// <summary>By whom and when the month was approved; <c>null</c> while it is open.</summary>
    public MonthLock? Lock { get; init; }
}

/// <summary>
/// "Không phát sinh": a ward's report without a file and without a figure. It counts as sent, in time or late; its figures are missing, never zero.
/// A report that comes later replaces it as the next revision.
/// </summary>
internal sealed class NothingToReport(DatabaseWriter writer, AuditTrail audit, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, ReportNewsBoard news, TimeProvider time)
{
    /// <returns><c>null</c> when the code is no ward's in the month, or it is not the officer's to send.</returns>
    public async Task<NothingQuestion?> AskAsync(string? unitCode, ReportingPeriod period, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (WardOf(snapshot, unitCode, period, officer) is not { } ward)
        {
            return null;
        }

        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var current = (await db.CurrentAsync([snapshot.IdOf(ward.Key)], period)).Values.SingleOrDefault();
        return new NothingQuestion(ward, period, current?.Revision, CountingFigures(current)) { Lock = current?.Lock() };
    }

    /// <param name="replaces">The sender has seen that a report with figures is on record, and means to replace it.</param>
    public async Task<NothingOutcome> SendAsync(string? unitCode, ReportingPeriod period, bool replaces, Officer officer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (WardOf(snapshot, unitCode, period, officer) is not { } ward)
        {
            return new NothingOutcome.Refused(SubmissionRefusal.NotYours);
        }

        if (SendingRights.RefusalOf(snapshot, ward.Key, period, officer, now) is { } refusal)
        {
            return new NothingOutcome.Refused(refusal);
        }

        var outcome = await writer.WriteAsync(db => KeepAsync(db, snapshot.IdOf(ward.Key), period, replaces, officer, now), cancellationToken);
        if (outcome is NothingOutcome.Sent)
        {
            news.Sent(period, ward.Key);
        }

        return outcome;
    }

    private static OrganisationUnit? WardOf(RegisterSnapshot snapshot, string? unitCode, ReportingPeriod period, Officer officer) =>
        snapshot.Units.Find(unitCode ?? string.Empty, period) is { IsWard: true } ward && officer.MaySend(snapshot.Units, ward.Key) ? ward : null;

    // A report that was given back counts for nothing, so that nothing is lost with it.
    private static int CountingFigures(Submission? current) => current is { ReturnedAt: null } ? current.Figures.Count : 0;

    private async Task<NothingOutcome> KeepAsync(KpiTrackerDbContext db, int wardId, ReportingPeriod period, bool replaces, Officer officer, DateTimeOffset now)
    {
        var current = (await db.CurrentAsync([wardId], period)).Values.SingleOrDefault();
        if (current is { IsNothingToReport: true, ReturnedAt: null })
        {
            return new NothingOutcome.Unchanged(current.WorkbookId);
        }

        if (current?.Lock() is not null)
        {
            return new NothingOutcome.Closed();
        }

        if (CountingFigures(current) > 0 && !replaces)
        {
            return new NothingOutcome.WouldReplace();
        }

        var receipt = new Workbook
        {
            ReceivedAt = now,
            SentById = officer.AccountId,
            SentByName = officer.Name,
            UnitId = wardId,
            Period = period,
            Origin = WorkbookOrigin.NothingToReport,
        };
        db.Workbooks.Add(receipt);
        await db.SaveChangesAsync();
        await db.SupersedeAsync([wardId], period);
        var submission = new Submission
        {
            UnitId = wardId,
            Period = period,
            Revision = (current?.Revision ?? 0) + 1,
            WorkbookId = receipt.Id,
            SubmittedAt = now,
            SubmittedById = officer.AccountId,
            SubmittedByName = officer.Name,
            IsCurrent = true,
            IsNothingToReport = true,
        };
        db.Submissions.Add(submission);
        await db.SaveChangesAsync();
        await audit.AppendAsync(db, ReportEvents.Sent(AuditAction.NothingToReportSent, submission, current, officer));
        return new NothingOutcome.Sent(receipt.Id);
    }
}
