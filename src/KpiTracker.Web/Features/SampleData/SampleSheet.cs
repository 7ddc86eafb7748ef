using System.Globalization;
using System.Text;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>How a cell of a sample workbook looks; the numbers are positions in <see cref="SamplePackage"/>'s list of styles.</summary>
internal enum CellLook
{
    Plain,
    Centred,
    Title,
    Head,
    Text,
    Count,
    Percent,
    TotalText,
    TotalCount,
    TotalPercent,
    Italic,
}

/// <summary>One worksheet, written cell by cell from left to right and top to bottom. Rows and columns count from 1.</summary>
internal sealed class SampleSheet
{
    private readonly StringBuilder _rows = new();
    private readonly Dictionary<string, int> _strings = [];
    private readonly List<string> _merges = [];
    private int _row;

    public IReadOnlyCollection<string> Strings => _strings.Keys;

    public static string Address(int column, int row)
    {
        var letters = column <= 26 ? $"{(char)('A' + column - 1)}" : $"{(char)('A' + ((column - 1) / 26) - 1)}{(char)('A' + ((column - 1) % 26))}";
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row}");
    }

    public void Text(int column, int row, string text, CellLook look)
    {
        if (!_strings.TryGetValue(text, out var index))
        {
            _strings[text] = index = _strings.Count;
        }

        Open(column, row, look, " t=\"s\"").Append(CultureInfo.InvariantCulture, $"<v>{index}</v></c>");
    }

    public void Number(int column, int row, long value, CellLook look) =>
        Open(column, row, look, "").Append(CultureInfo.InvariantCulture, $"<v>{value}</v></c>");

    /// <param name="result">What the formula gives: the file holds both, as Excel writes it.</param>
    public void Formula(int column, int row, string formula, double result, CellLook look) =>
        Open(column, row, look, "").Append(CultureInfo.InvariantCulture, $"<f>{formula}</f><v>{result:R}</v></c>");

    public void Empty(int column, int row, CellLook look) => Open(column, row, look, "").Append("</c>");

    public void Merge(int fromColumn, int fromRow, int toColumn, int toRow) =>
        _merges.Add($"<mergeCell ref=\"{Address(fromColumn, fromRow)}:{Address(toColumn, toRow)}\"/>");

    /// <param name="frozenRows">The rows that stay in sight, counted from the top.</param>
    public string ToXml(int frozenRows)
    {
        var end = _row == 0 ? "" : "</row>";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
            + string.Create(
                CultureInfo.InvariantCulture,
                $"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{frozenRows}\" topLeftCell=\"A{frozenRows + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>")
            + "<sheetFormatPr defaultRowHeight=\"15\"/>"
            + "<cols><col min=\"1\" max=\"1\" width=\"6\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"28\" customWidth=\"1\"/><col min=\"3\" max=\"40\" width=\"11\" customWidth=\"1\"/></cols>"
            + $"<sheetData>{_rows}{end}</sheetData>"
            + string.Create(CultureInfo.InvariantCulture, $"<mergeCells count=\"{_merges.Count}\">")
            + string.Concat(_merges)
            + "</mergeCells><pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
            + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>";
    }

    private StringBuilder Open(int column, int row, CellLook look, string type)
    {
        if (row != _row)
        {
            _rows.Append(_row == 0 ? "" : "</row>").Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            _row = row;
        }

        return _rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{Address(column, row)}\" s=\"{(int)look}\"{type}>");
    }
}
