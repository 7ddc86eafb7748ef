using System.Globalization;

namespace KpiTracker.Documents.Gate;

/// <summary>Streams one sheet into cells. Only cells that hold something are kept, so a sheet's declared size costs nothing.</summary>
internal sealed class SheetParser(PartReader part, CellParser parser, int cellsLeft)
{
    private const int SheetDataDepth = 1;

    private readonly List<Cell> _cells = [];
    private readonly HashSet<int> _hiddenRows = [];
    private readonly List<CellRange> _merges = [];
    private readonly List<CellRange> _hiddenColumns = [];
    private bool _isVast;
    private bool _isInOrder = true;
    private int _row;
    private int _column;
    private int _seen;

    public SheetCells Parse(string name, bool isHidden)
    {
        while (part.NextElement())
        {
            switch (part.Name)
            {
                case "sheetData" when part.Depth == SheetDataDepth && !part.IsEmpty:
                    ParseRows();
                    break;
                case "dimension" when CellAddress.TryParseRange(part.Attribute("ref") ?? string.Empty, out var used):
                    _isVast = used.Bottom == GateLimits.Rows || used.Right == GateLimits.Columns;
                    break;
                case "col" when IsTrue(part.Attribute("hidden")):
                    AddHiddenColumns();
                    break;
                case "mergeCell" when CellAddress.TryParseRange(part.Attribute("ref") ?? string.Empty, out var merge):
                    _merges.Add(merge);
                    PartReader.RefuseAbove(_merges.Count, GateLimits.Merges);
                    break;
                default:
                    break;
            }
        }

        return new SheetCells(name, isHidden, Rows(), _merges, _hiddenColumns, _isVast);
    }

    private static bool IsTrue(string? text) => text is "1" or "true";

    private void AddHiddenColumns()
    {
        if (int.TryParse(part.Attribute("min"), NumberStyles.None, CultureInfo.InvariantCulture, out var min)
            && int.TryParse(part.Attribute("max"), NumberStyles.None, CultureInfo.InvariantCulture, out var max))
        {
            _hiddenColumns.Add(new CellRange(1, min, GateLimits.Rows, max));
            PartReader.RefuseAbove(_hiddenColumns.Count, GateLimits.Columns);
        }
    }

    private void ParseRows()
    {
        while (part.NextElementWithin(SheetDataDepth))
        {
            if (part.Name == "row" && part.Depth == SheetDataDepth + 1)
            {
                StartRow();
            }
            else if (part.Name == "c" && part.Depth == SheetDataDepth + 2)
            {
                ParseCell();
            }
        }
    }

    private void StartRow()
    {
        var (reference, _, _, hidden) = part.CellAttributes();
        _row = reference is null ? _row + 1 : RowNumber(reference);
        _column = 0;
        if (_row > GateLimits.Rows)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        if (IsTrue(hidden))
        {
            _hiddenRows.Add(_row);
        }
    }

    private static int RowNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row >= 1 ? row : throw new GateRefusal(UnreadableReason.Damaged);

    private void ParseCell()
    {
        var (reference, style, type, _) = part.CellAttributes();
        var row = _row;
        if (reference is null)
        {
            _column++;
        }
        else if (!CellAddress.TryParse(reference, out row, out _column))
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        PartReader.RefuseAbove(++_seen, GateLimits.Nodes / 4);
        if (row < 1 || _column > GateLimits.Columns)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        if (!part.IsEmpty && parser.Parse(Raw(row, type, style)) is { } cell)
        {
            Add(cell);
        }
    }

    private RawCell Raw(int row, string? type, string? style)
    {
        string? value = null, inline = null;
        var isFormula = false;
        var depth = part.Depth;
        while (part.NextElementWithin(depth))
        {
            switch (part.Name)
            {
                case "v":
                    // Two values in one cell: nobody can say which holds.
                    value = value is null ? part.Text() : $"{value} / {part.Text()}";
                    break;
                case "f":
                    isFormula = true;
                    part.Skip();
                    break;
                case "is":
                    inline = SharedStrings.RichText(part);
                    break;
                default:
                    part.Skip();
                    break;
            }
        }

        return new RawCell(row, _column, type, style, value, isFormula, inline);
    }

    private void Add(Cell cell)
    {
        if (_cells.Count > 0 && _isInOrder)
        {
            var last = _cells[^1];
            _isInOrder = cell.Row > last.Row || (cell.Row == last.Row && cell.Column > last.Column);
        }

        _cells.Add(cell);
        PartReader.RefuseAbove(_cells.Count, cellsLeft);
    }

    private List<SheetRow> Rows()
    {
        var rows = new List<SheetRow>();
        var ordered = _isInOrder ? _cells : Ordered();
        for (var from = 0; from < ordered.Count;)
        {
            var to = from;
            while (to < ordered.Count && ordered[to].Row == ordered[from].Row)
            {
                to++;
            }

            rows.Add(new SheetRow(ordered[from].Row, _hiddenRows.Contains(ordered[from].Row), ordered.GetRange(from, to - from)));
            from = to;
        }

        return rows;
    }

    /// <summary>In sheet order; of a cell written twice nobody can say which value holds.</summary>
    private List<Cell> Ordered() =>
    [
        .. _cells.GroupBy(c => (c.Row, c.Column))
            .OrderBy(g => g.Key.Row).ThenBy(g => g.Key.Column)
            .Select(g => g.Distinct().Count() == 1
                ? g.First()
                : g.First() with { Kind = CellKind.Malformed, Text = string.Join(" / ", g.Select(CellText.Of)) }),
    ];
}
