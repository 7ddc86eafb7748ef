using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Reading;

/// <summary>Reads a ward's workbook as written: which table, which units and indicators, each figure with its cell. Safe on any bytes.</summary>
public sealed class WardWorkbookReader
{
    private readonly WorkbookGate _gate = WorkbookGate.Shared;

    /// <param name="workbook">The upload, from its present position; not closed.</param>
    /// <param name="fileName">As sent. A name proves nothing, so the bytes alone decide.</param>
    public WorkbookReading Read(Stream workbook, string fileName, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return _gate.Open(workbook) switch
        {
            GateReading.Refused refused => new WorkbookReading.Unreadable(refused.Reason),
            GateReading.Opened opened when ReportRecogniser.Recognise(opened.Workbook, context) is { } report => new WorkbookReading.Recognised(report),
            _ => new WorkbookReading.Unreadable(UnreadableReason.NoTable),
        };
    }
}
