using System.Globalization;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.Annotated;

/// <summary>Copies a sheet, gives the marked cells another style and makes those that are missing. Values and formulas are not looked at.</summary>
/// <param name="drawing">Relation of the drawing that holds the comments' boxes; <c>null</c> when the sheet has one already.</param>
internal sealed class SheetCopy(SheetMarks marks, MarkedStyles styles, PackageNames names, string? drawing) : PartCopy
{
    private const int RowDepth = 2;
    private const int CellDepth = 3;

    /// <summary>What may stand after the drawing of the comments; the order of a sheet's children is fixed.</summary>
    private static readonly HashSet<string> AfterDrawing = ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

    private readonly List<(int From, int To, int Style)> _columns = [];
    private string? _drawing = drawing;
    private bool _isInData;
    private int _next;
    private int _row;
    private int _column;
    private int _rowStyle;

    protected override void StartElement()
    {
        switch (Source.LocalName)
        {
            case "col" when Source.Depth == 2:
                _columns.Add((Number("min") ?? 0, Number("max") ?? 0, Number("style") ?? 0));
                CopyStart();
                break;
            case "sheetData" when Source.Depth == 1:
                _isInData = true;
                CopyStart();
                break;
            case "row" when _isInData && Source.Depth == RowDepth:
                StartRow();
                break;
            case "c" when _isInData && Source.Depth == CellDepth:
                StartCell();
                break;
            case var name when Source.Depth == 1 && AfterDrawing.Contains(name):
                WriteDrawing();
                CopyStart();
                break;
            default:
                CopyStart();
                break;
        }
    }

    protected override void EndElement(string name, int depth)
    {
        switch (depth)
        {
            case RowDepth when _isInData && name == "row":
                WriteCells(_row, before: int.MaxValue);
                break;
            case 1 when name == "sheetData":
                WriteRows(before: int.MaxValue);
                _isInData = false;
                break;
            case 0:
                WriteDrawing();
                break;
            default:
                break;
        }
    }

    private void StartRow()
    {
        var row = Number("r") ?? _row + 1;
        RefuseUnless(row > _row);
        WriteRows(row);
        (_row, _column) = (row, 0);
        _rowStyle = Source.GetAttribute("customFormat") is "1" or "true" ? Number("s") ?? 0 : 0;
        if (_next < marks.Cells.Count && marks.Cells[_next].Row == row)
        {
            // How far the row's cells reach may no longer be so; it is a hint that may be left out.
            CopyStart(("spans", null));
        }
        else
        {
            CopyStart();
        }
    }

    private void StartCell()
    {
        var column = _column + 1;
        if (Source.GetAttribute("r") is { } reference)
        {
            RefuseUnless(CellAddress.TryParse(reference, out var row, out column) && row == _row && column > _column);
        }

        WriteCells(_row, column);
        _column = column;
        if (_next < marks.Cells.Count && marks.Cells[_next] is { } marked && marked.Row == _row && marked.Column == column)
        {
            _next++;
            CopyStart(("s", Text(styles.Of(Number("s") ?? 0, marked.Severity))));
        }
        else
        {
            CopyStart();
        }
    }

    /// <summary>Marked cells in rows that the sheet does not have, down to the next one it has.</summary>
    private void WriteRows(int before)
    {
        while (_next < marks.Cells.Count && marks.Cells[_next].Row < before)
        {
            var row = marks.Cells[_next].Row;
            RefuseUnless(row > _row);
            (_row, _column, _rowStyle) = (row, 0, 0);
            Start("row");
            Target.WriteAttributeString("r", Text(row));
            WriteCells(row, before: int.MaxValue);
            Target.WriteEndElement();
        }
    }

    private void WriteCells(int row, int before)
    {
        for (; _next < marks.Cells.Count && marks.Cells[_next] is { } cell && cell.Row == row && cell.Column < before; _next++)
        {
            var own = _rowStyle != 0 ? _rowStyle : _columns.FirstOrDefault(c => c.From <= cell.Column && cell.Column <= c.To).Style;
            Add("c", ("r", CellAddress.Of(cell.Row, cell.Column)), ("s", Text(styles.Of(own, cell.Severity))));
        }
    }

    private void WriteDrawing()
    {
        if (_drawing is { } id)
        {
            _drawing = null;
            Start("legacyDrawing");
            Target.WriteAttributeString("r", "id", names.Office, id);
            Target.WriteEndElement();
        }
    }

    /// <summary>Rows or cells out of order are read by the gate, but where to put another cell nobody can say.</summary>
    private static void RefuseUnless(bool isInOrder)
    {
        if (!isInOrder)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }
    }

    private int? Number(string attribute) =>
        int.TryParse(Source.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
