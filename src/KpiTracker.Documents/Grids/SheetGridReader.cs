namespace KpiTracker.Documents.Grids;

/// <summary>Reads a kept workbook, through the gate, into the grid that a page shows around one cell.</summary>
public static class SheetGridReader
{
    /// <param name="address">The cell to mark, <c>D9</c>.</param>
    public static SheetGridReading Read(Stream workbook, string sheet, string address) => throw new NotImplementedException();
}
