namespace KpiTracker.Domain.Submissions;

/// <summary>Where something stands in a workbook: the sheet's name and the cell's address, <c>D9</c>.</summary>
public sealed record CellRef(string Sheet, string Address)
{
    /// <summary>Row and column from 1, for putting findings in the order of the sheet; (0, 0) when the address is none.</summary>
    public (int Row, int Column) Position
    {
        get
        {
            int row = 0, column = 0;
            foreach (var c in Address)
            {
                (row, column) = char.IsAsciiDigit(c) ? ((row * 10) + c - '0', column) : (row, (column * 26) + (c & 0x1F));
            }

            return (row, column);
        }
    }
}
