namespace KpiTracker.Domain.Submissions;

/// <summary>Where something stands in a workbook: the sheet's name and the cell's address, <c>D9</c>.</summary>
public sealed record CellRef(string Sheet, string Address);
