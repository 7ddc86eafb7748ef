using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the receiving of an upload ended.</summary>
internal abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    public sealed record Received(Guid DraftId) : DraftOutcome;

    public sealed record Refused(SubmissionRefusal Reason) : DraftOutcome;
}

/// <summary>What an upload became before anything was read of it.</summary>
internal abstract record StoredUpload
{
    private StoredUpload()
    {
    }

    public sealed record Stored(SentWorkbook Sent) : StoredUpload;

    public sealed record Refused(SubmissionRefusal Reason) : StoredUpload;
}

/// <summary>In which state a draft is found.</summary>
internal abstract record FoundDraft
{
    private FoundDraft()
    {
    }

    /// <param name="ReceivedAt">When it was uploaded; it counts as sent when it is confirmed.</param>
    public sealed record Waiting(SentWorkbook Sent, DateTimeOffset ReceivedAt) : FoundDraft;

    public sealed record Confirmed(int ReceiptId, bool WasUnchanged) : FoundDraft;

    public sealed record Refused(SubmissionRefusal Reason) : FoundDraft;
}

/// <summary>An upload that waits for its sender to come back to it.</summary>
/// <param name="UploadedAt">In Việt Nam's time.</param>
public sealed record OpenDraft(Guid Id, string FileName, ReportingPeriod Period, DateTimeOffset UploadedAt);

/// <summary>Keeps uploads on the server until they are confirmed, so that a lost connection loses nothing.</summary>
internal sealed class ReportDrafts(
    WorkbookFiles files,
    DatabaseWriter writer,
    AuditTrail audit,
    Registers registers,
    IDbContextFactory<KpiTrackerDbContext> dbFactory,
    TimeProvider time)
{
    private const int LongestName = 200;
    private const int MostOpenShown = 10;

    /// <summary>Stores an upload as it arrives. It is not opened here: what is in it is said by the preview.</summary>
    /// <param name="fileName">As the sender calls it; only its last part is kept, and only for showing.</param>
    public async Task<DraftOutcome> ReceiveAsync(
        Stream upload,
        string fileName,
        UnitKey unit,
        ReportingPeriod period,
        Officer officer,
        CancellationToken cancellationToken)
    {
        var upon = await StoreAsync(new IncomingReport(upload, fileName, unit, period, WorkbookOrigin.Web), officer, cancellationToken);
        if (upon is StoredUpload.Refused refused)
        {
            return new DraftOutcome.Refused(refused.Reason);
        }

        var sent = ((StoredUpload.Stored)upon).Sent;
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var draft = new ReportDraft
        {
            Id = Guid.NewGuid(),
            UnitId = snapshot.IdOf(unit),
            Period = period,
            FileName = sent.FileName,
            Sha256 = sent.File.Sha256,
            Size = sent.File.Size,
            StoredName = sent.File.Name,
            ReceivedAt = sent.At,
            AccountId = officer.AccountId,
        };
        await writer.WriteAsync(
            async db =>
            {
                db.ReportDrafts.Add(draft);
                return await db.SaveChangesAsync();
            },
            cancellationToken);
        return new DraftOutcome.Received(draft.Id);
    }

    /// <summary>Stores an upload without a row of its own: it is kept or discarded at once.</summary>
    public async Task<StoredUpload> StoreAsync(IncomingReport report, Officer officer, CancellationToken cancellationToken)
    {
        var at = report.At ?? time.GetUtcNow();
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (SendingRights.RefusalOf(snapshot, report.Unit, report.Period, officer, at) is { } refusal)
        {
            return new StoredUpload.Refused(refusal);
        }

        if (await files.ReceiveAsync(report.Content, GateLimits.FileBytes, cancellationToken) is not { } file)
        {
            return new StoredUpload.Refused(SubmissionRefusal.TooLarge);
        }

        var unit = snapshot.Units.Find(report.Unit)!;
        return new StoredUpload.Stored(new SentWorkbook(file, NameOnly(report.FileName), unit, report.Period, officer, report.Origin, at, null));
    }

    /// <summary>A draft as it is now, for someone who may send it.</summary>
    public async Task<FoundDraft> FindAsync(Guid draftId, Officer officer, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var draft = await db.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId, cancellationToken);
        if (draft is null)
        {
            return new FoundDraft.Refused(SubmissionRefusal.NoSuchDraft);
        }

        var unit = snapshot.UnitOf(draft.UnitId);
        if (SendingRights.RefusalOf(snapshot, unit.Key, draft.Period, officer, now) is { } refusal)
        {
            return new FoundDraft.Refused(refusal);
        }

        var file = new StoredFile(draft.StoredName, draft.Sha256, draft.Size);
        if (draft.ReceiptId is { } receipt)
        {
            return new FoundDraft.Confirmed(receipt, draft.WasUnchanged);
        }

        var log = await db.DraftEdits.AsNoTracking().Where(e => e.DraftId == draftId).ToListAsync(cancellationToken);
        var sent = new SentWorkbook(file, draft.FileName, unit, draft.Period, officer, WorkbookOrigin.Web, now, draftId) { Edits = CellEdits.Holding(log) };
        return new FoundDraft.Waiting(sent, draft.ReceivedAt);
    }

    /// <summary>The officer's own drafts of a unit that were neither sent nor thrown away, newest first. Files of a batch are found on the batch's page.</summary>
    public async Task<IReadOnlyList<OpenDraft>> OpenAsync(OrganisationUnit unit, Officer officer, CancellationToken cancellationToken)
    {
        var unitId = (await registers.CurrentAsync(cancellationToken)).IdOf(unit.Key);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var drafts = await db.ReportDrafts.AsNoTracking()
            .Where(d => d.AccountId == officer.AccountId && d.UnitId == unitId && d.ReceiptId == null && !db.BatchFiles.Any(f => f.DraftId == d.Id))
            .OrderByDescending(d => d.ReceivedAt)
            .Take(MostOpenShown)
            .Select(d => new { d.Id, d.FileName, d.Period, d.ReceivedAt })
            .ToListAsync(cancellationToken);
        return [.. drafts.Select(d => new OpenDraft(d.Id, d.FileName, d.Period, d.ReceivedAt.InVietnam()))];
    }

    /// <summary>Throws a draft away, with its file and its edits. One that is on record already stays.</summary>
    /// <returns>For which unit and month it was; <c>null</c> when there is none, or it is not the officer's to send.</returns>
    public async Task<SentWorkbook?> DiscardAsync(Guid draftId, Officer officer, CancellationToken cancellationToken)
    {
        if (await FindAsync(draftId, officer, cancellationToken) is not FoundDraft.Waiting { Sent: var sent })
        {
            return null;
        }

        await DeleteAsync(draftId, sent, isOfBatchToo: true, cancellationToken);
        return sent;
    }

    /// <summary>Throws away a draft of which nothing can be read, once its sender was told; there is nothing to go on with.</summary>
    /// <param name="reason">When it may pass by itself, the draft stays, as does a batch's: its page lists it.</param>
    public async Task DropUnreadableAsync(Guid draftId, UnreadableReason reason, Officer officer, CancellationToken cancellationToken)
    {
        if (reason is not (UnreadableReason.Busy or UnreadableReason.TooSlow)
            && await FindAsync(draftId, officer, cancellationToken) is FoundDraft.Waiting { Sent: var sent })
        {
            await DeleteAsync(draftId, sent, isOfBatchToo: false, cancellationToken);
        }
    }

    public void Discard(SentWorkbook sent) => files.DeleteDraft(sent.File.Name);

    private async Task DeleteAsync(Guid draftId, SentWorkbook sent, bool isOfBatchToo, CancellationToken cancellationToken)
    {
        var deleted = await writer.WriteAsync(
            async db =>
            {
                var draft = await db.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId && d.ReceiptId == null && (isOfBatchToo || !db.BatchFiles.Any(f => f.DraftId == d.Id)));
                if (draft is null)
                {
                    return false;
                }

                await db.ReportDrafts.Where(d => d.Id == draftId).ExecuteDeleteAsync();
                await audit.AppendAsync(db, new AuditEvent(AuditAction.DraftDiscarded, AuditEvent.Of("draft", draftId)) { By = sent.Officer, UnitId = draft.UnitId, After = AuditDetails.Of(("period", draft.Period)) });
                return true;
            },
            cancellationToken);
        if (deleted)
        {
            Discard(sent);
        }
    }

    // A browser may send a whole path, of either kind.
    internal static string NameOnly(string fileName)
    {
        var name = new string([.. fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]).Trim();
        return name.Length == 0 ? "bao-cao.xlsx" : name[..Math.Min(name.Length, LongestName)];
    }
}
