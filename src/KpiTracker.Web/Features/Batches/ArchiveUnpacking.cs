using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Archives;
using KpiTracker.Documents.Gate;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Takes the workbooks out of a zip, one zip at a time: each is held in memory while it is unpacked.</summary>
internal sealed class ArchiveUnpacking(WorkbookFiles files) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Adds the workbooks of a zip to a batch, and lists everything else in it with its reason.</summary>
    public async Task AddAsync(IncomingBatch batch, Stream content, string name, CancellationToken cancellationToken)
    {
        if (await files.ReceiveAsync(content, ArchiveLimits.FileBytes, cancellationToken) is not { } zip)
        {
            batch.Files.Add(Refused(name, UnreadableReason.TooLarge));
            return;
        }

        var isKept = false;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            isKept = await OpenAsync(batch, zip, name, cancellationToken);
        }
        finally
        {
            _turn.Release();
            if (!isKept)
            {
                files.DeleteDraft(zip.Name);
            }
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <returns>Whether the file itself was taken: a workbook under the name of a zip.</returns>
    private async Task<bool> OpenAsync(IncomingBatch batch, StoredFile zip, string name, CancellationToken cancellationToken)
    {
        await using var content = files.OpenDraft(zip.Name);
        switch (ReportArchive.Open(content))
        {
            case ArchiveReading.Workbook when zip.Size <= GateLimits.FileBytes:
                batch.Files.Add(new IncomingFile(name, zip, BatchFileState.Waiting));
                return true;
            case ArchiveReading.Workbook:
                batch.Files.Add(Refused(name, UnreadableReason.TooLarge));
                return false;
            case ArchiveReading.Refused refused:
                batch.Files.Add(Refused(name, refused.Reason));
                return false;
            case ArchiveReading.Opened opened:
                await AddEntriesAsync(batch, opened.Archive, name, cancellationToken);
                return false;
            default:
                throw new InvalidOperationException("A zip is opened in three ways.");
        }
    }

    private async Task AddEntriesAsync(IncomingBatch batch, ReportArchive archive, string name, CancellationToken cancellationToken)
    {
        if (archive.Entries.All(e => e.Kind is ArchiveEntryKind.Folder or ArchiveEntryKind.SystemFile))
        {
            batch.Files.Add(new IncomingFile(name, null, BatchFileState.Unreadable, BatchReasons.Archive + "Empty"));
        }

        // A Mac leaves one beside every file: they are listed together.
        var ofTheSystem = archive.Entries.Count(e => e.Kind == ArchiveEntryKind.SystemFile);
        if (ofTheSystem > 0)
        {
            batch.Files.Add(Listed($"{name} (__MACOSX…: {ofTheSystem})", ArchiveEntryKind.SystemFile));
        }

        foreach (var entry in archive.Entries.Where(e => e.Kind != ArchiveEntryKind.SystemFile))
        {
            if (entry.Kind != ArchiveEntryKind.Workbook)
            {
                batch.Files.Add(Listed(ReportDrafts.NameOnly(entry.Name), entry.Kind));
            }
            else if (BatchReceiving.IsOverLimits(batch))
            {
                return;
            }
            else
            {
                batch.Files.Add(await UnpackAsync(archive, entry, cancellationToken));
            }
        }
    }

    private async Task<IncomingFile> UnpackAsync(ReportArchive archive, ArchiveEntry entry, CancellationToken cancellationToken)
    {
        var name = ReportDrafts.NameOnly(entry.Name);
        if (!archive.TryUnpack(entry, out var content, out var reason))
        {
            return new IncomingFile(name, null, BatchFileState.Unreadable, reason.Value.ToString());
        }

        using var stream = new MemoryStream(content);
        var stored = await files.ReceiveAsync(stream, GateLimits.FileBytes, cancellationToken);
        return new IncomingFile(name, stored, BatchFileState.Waiting);
    }

    private static IncomingFile Refused(string name, UnreadableReason reason) => new(name, null, BatchFileState.Unreadable, BatchReasons.Archive + reason);

    private static IncomingFile Listed(string name, ArchiveEntryKind kind) => kind == ArchiveEntryKind.TooLarge
        ? new IncomingFile(name, null, BatchFileState.Unreadable, nameof(UnreadableReason.TooLarge))
        : new IncomingFile(name, null, BatchFileState.LeftOut, BatchReasons.Entry + kind);
}
