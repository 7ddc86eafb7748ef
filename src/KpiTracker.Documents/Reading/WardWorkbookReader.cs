namespace KpiTracker.Documents.Reading;

/// <summary>Reads a ward's workbook as written: which table, which units and indicators, each figure with its cell. Safe on any bytes.</summary>
public sealed class WardWorkbookReader
{
    /// <param name="workbook">The upload, from its present position; read to its end, not closed.</param>
    /// <param name="fileName">As sent; only ever shown.</param>
    public WorkbookReading Read(Stream workbook, string fileName, ReadingContext context) => throw new NotImplementedException();
}
