using System.Xml;
using KpiTracker.Documents.OldExcel;

namespace KpiTracker.Documents.Gate;

/// <summary>How the opening of an upload ended.</summary>
internal abstract record GateReading
{
    private GateReading()
    {
    }

    internal sealed record Opened(WorkbookCells Workbook) : GateReading;

    internal sealed record Refused(UnreadableReason Reason) : GateReading;
}

/// <summary>
/// The only way from uploaded bytes to cells: a zip directory checked before anything is unpacked, and five kinds of parts streamed
/// within limits. Formulas are not evaluated, nothing is resolved outside the file, at most two files are read at once.
/// </summary>
internal sealed class WorkbookGate : IDisposable
{
    private readonly TurnQueue _turns = new(GateLimits.AtOnce, GateLimits.Waiting);

    /// <summary>The process has one, so that its limits are the process's.</summary>
    public static WorkbookGate Shared { get; } = new();

    /// <param name="upload">From its present position; not closed.</param>
    public GateReading Open(Stream upload)
    {
        if (!_turns.TryEnter())
        {
            return new GateReading.Refused(UnreadableReason.Busy);
        }

        try
        {
            return OpenInTurn(upload);
        }
        finally
        {
            _turns.Leave();
        }
    }

    public void Dispose() => _turns.Dispose();

    private static GateReading OpenInTurn(Stream upload)
    {
        try
        {
            var clock = ReadingClock.Start();
            var file = Bytes(upload);
            switch (FileSignature.ReasonAgainst(file))
            {
                case UnreadableReason.OldExcel:
                    file = OldWorkbook.ConvertIsolated(file, GateLimits.Budget);
                    clock = ReadingClock.Start();
                    break;
                case { } reason:
                    return new GateReading.Refused(reason);
                default:
                    break;
            }

            var workbook = new WorkbookParts(file, ZipDirectory.Read(file), clock).Read();
            return workbook.Sheets.All(s => s.Rows.Count == 0)
                ? new GateReading.Refused(UnreadableReason.EmptySheets)
                : new GateReading.Opened(workbook);
        }
        catch (GateRefusal refusal)
        {
            return new GateReading.Refused(refusal.Reason);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            return new GateReading.Refused(UnreadableReason.Damaged);
        }
    }

    private static byte[] Bytes(Stream upload)
    {
        using var copy = new MemoryStream(upload.CanSeek ? (int)Math.Clamp(upload.Length - upload.Position, 0, GateLimits.FileBytes + 1) : 0);
        var buffer = new byte[81920];
        int read;
        while ((read = upload.Read(buffer)) > 0)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > GateLimits.FileBytes)
            {
                throw new GateRefusal(UnreadableReason.TooLarge);
            }
        }

        return copy.Length == copy.Capacity ? copy.GetBuffer() : copy.ToArray();
    }
}
