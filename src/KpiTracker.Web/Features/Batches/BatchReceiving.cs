using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Takes in the files of a batch one after the other, and puts the whole on record when the last has arrived. Nothing is read here.</summary>
internal sealed class BatchReceiving(WorkbookFiles files, ArchiveUnpacking archives, DatabaseWriter writer, AuditTrail audit, Registers registers, BatchSignal signal)
{
    /// <param name="unitCode">Of the unit within which the files' wards lie.</param>
    /// <returns>The batch to add files to, or why there is none.</returns>
    public async Task<(IncomingBatch? Batch, string? Problem)> BeginAsync(
        string unitCode,
        ReportingPeriod period,
        Officer officer,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        if (snapshot.Units.FindInSeries(unitCode, period) is not { IsWard: false } unit)
        {
            return (null, nameof(SubmissionRefusal.UnitNotInPeriod));
        }

        if (SendingRights.RefusalOf(snapshot, unit.Key, period, officer, at) is { } refusal)
        {
            return (null, refusal.ToString());
        }

        return (new IncomingBatch(unit, period, officer, at), null);
    }

    /// <summary>Stores one file, or what is in it when it is a zip. What is not taken is listed with its reason.</summary>
    public async Task AddAsync(IncomingBatch batch, Stream content, string fileName, CancellationToken cancellationToken)
    {
        var name = ReportDrafts.NameOnly(fileName);
        if (name.StartsWith("~$", StringComparison.Ordinal))
        {
            batch.Files.Add(new IncomingFile(name, null, BatchFileState.LeftOut, BatchReasons.Entry + "Unfinished"));
        }
        else if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            await archives.AddAsync(batch, content, name, cancellationToken);
        }
        else
        {
            var stored = await files.ReceiveAsync(content, GateLimits.FileBytes, cancellationToken);
            batch.Files.Add(stored is null
                ? new IncomingFile(name, null, BatchFileState.Unreadable, nameof(UnreadableReason.TooLarge))
                : new IncomingFile(name, stored, BatchFileState.Waiting));
        }
    }

    /// <summary>Puts the batch on record, and with it its files: from now on it goes on by itself.</summary>
    public async Task<BatchOutcome> FinishAsync(IncomingBatch batch, CancellationToken cancellationToken)
    {
        if (ProblemWith(batch) is { } problem)
        {
            Abandon(batch);
            return new BatchOutcome.Refused(problem);
        }

        var unitId = (await registers.CurrentAsync(cancellationToken)).IdOf(batch.Unit.Key);
        var row = new UploadBatch { Id = Guid.NewGuid(), UnitId = unitId, Period = batch.Period, ReceivedAt = batch.At, AccountId = batch.Officer.AccountId };
        var drafts = batch.Files.Select(f => f.File is null ? null : DraftOf(batch, f.FileName, f.File, unitId)).ToList();
        row.Files = [.. batch.Files.Select((file, index) => FileOf(file, index + 1, drafts[index]?.Id))];
        var isOpen = await writer.WriteAsync(
            async db =>
            {
                if (await OpenAsync(db, batch.Officer) >= BatchLimits.MostOpen)
                {
                    return false;
                }

                db.ReportDrafts.AddRange(drafts.OfType<ReportDraft>());
                db.UploadBatches.Add(row);
                await audit.AppendAsync(db, BatchEvents.Of(AuditAction.BatchReceived, row, batch.Officer, row.Files.Count));
                return true;
            },
            cancellationToken);
        if (!isOpen)
        {
            Abandon(batch);
            return new BatchOutcome.Refused("TooManyOpen");
        }

        signal.Wake();
        return new BatchOutcome.Received(row.Id);
    }

    /// <summary>Deletes what was stored of a batch that comes to nothing.</summary>
    public void Abandon(IncomingBatch batch)
    {
        foreach (var file in batch.Files.Select(f => f.File).OfType<StoredFile>())
        {
            files.DeleteDraft(file.Name);
        }

        batch.Files.Clear();
    }

    /// <summary>Whether there is no use in storing more of it: it will be refused as a whole.</summary>
    public static bool IsOverLimits(IncomingBatch batch) => batch.Files.Count > 0 && ProblemWith(batch) is not null;

    private static string? ProblemWith(IncomingBatch batch) =>
        batch.Workbooks > BatchLimits.MostFiles || batch.Files.Count > BatchLimits.MostListed ? "TooMany"
        : batch.Size > BatchLimits.TotalBytes ? "TooLargeTogether"
        : batch.Files.Count == 0 ? "no-file"
        : null;

    private static Task<int> OpenAsync(KpiTrackerDbContext db, Officer officer) => db.UploadBatches.CountAsync(
        b => b.AccountId == officer.AccountId && b.Files.Any(f => BatchStates.Unsent.Contains(f.State)));

    private static ReportDraft DraftOf(IncomingBatch batch, string fileName, StoredFile file, int unitId) => new()
    {
        Id = Guid.NewGuid(),
        UnitId = unitId,
        Period = batch.Period,
        FileName = fileName,
        Sha256 = file.Sha256,
        Size = file.Size,
        StoredName = file.Name,
        ReceivedAt = batch.At,
        AccountId = batch.Officer.AccountId,
    };

    private static BatchFile FileOf(IncomingFile file, int position, Guid? draftId) =>
        new() { Position = position, FileName = file.FileName, DraftId = draftId, State = file.State, Reason = file.Reason };
}
