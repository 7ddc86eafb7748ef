using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace KpiTracker.Tests.Documents;

/// <summary>A formula with the result that the file keeps; <c>null</c> is none.</summary>
internal sealed record Formula(object? Result);

/// <summary>A number shown as a percentage: 0,855 is 85,5 %.</summary>
internal sealed record Shown(decimal Ratio);

/// <summary>A cell's XML, where no spreadsheet program would write it.</summary>
internal sealed record Raw(string Xml);

/// <summary>A workbook written part by part, so that it can also be wrong in every way a test needs.</summary>
internal sealed class Book
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private readonly List<Sheet> _sheets = [];

    public Dictionary<string, string> Parts { get; } = [];

    public string ContentType { get; set; } = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public string WorkbookProperties { get; set; } = string.Empty;

    public string SharedStrings { get; set; } = string.Empty;

    public IReadOnlyList<Sheet> Sheets => _sheets;

    public Book With(Action<Book> change)
    {
        change(this);
        return this;
    }

    public Sheet Add(string name, string state = "visible")
    {
        var sheet = new Sheet(name, state);
        _sheets.Add(sheet);
        return sheet;
    }

    public static Book Of(params object?[][] rows)
    {
        var book = new Book();
        book.Add("Báo cáo").Rows(1, rows);
        return book;
    }

    public byte[] Bytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, true))
        {
            foreach (var (name, text) in AllParts())
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }

    public MemoryStream Stream() => new(Bytes());

    private Dictionary<string, string> AllParts()
    {
        var parts = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = $"{Head}<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{ContentType}\"/></Types>",
            ["_rels/.rels"] = $"{Head}<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
            ["xl/workbook.xml"] = $"{Head}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{WorkbookProperties}<sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i}\"/>"))}</sheets></workbook>",
            ["xl/_rels/workbook.xml.rels"] = $"{Head}<Relationships xmlns=\"{Package}/relationships\">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"))}<Relationship Id=\"st\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"ss\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
            ["xl/styles.xml"] = $"{Head}<styleSheet xmlns=\"{Main}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>",
            ["xl/sharedStrings.xml"] = $"{Head}<sst xmlns=\"{Main}\">{SharedStrings}</sst>",
        };
        for (var i = 0; i < _sheets.Count; i++)
        {
            parts[$"xl/worksheets/sheet{i}.xml"] = _sheets[i].Xml();
        }

        foreach (var (name, text) in Parts)
        {
            parts[name] = text;
        }

        return parts;
    }

    /// <summary>Rows of values from a cell on; <c>null</c> leaves a cell out.</summary>
    internal sealed class Sheet(string name, string state)
    {
        private readonly SortedDictionary<int, SortedDictionary<int, object>> _cells = [];
        private readonly HashSet<int> _hidden = [];
        private readonly List<string> _merges = [];

        public string Name { get; } = name;

        public string State { get; } = state;

        public string Columns { get; set; } = string.Empty;

        public string Dimension { get; set; } = string.Empty;

        public string After { get; set; } = string.Empty;

        public Sheet Rows(int top, params object?[][] rows)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                Row(top + i, rows[i]);
            }

            return this;
        }

        public Sheet Row(int row, params object?[] values) => RowFrom(row, 1, values);

        public Sheet RowFrom(int row, int column, params object?[] values)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                {
                    if (!_cells.TryGetValue(row, out var cells))
                    {
                        _cells[row] = cells = [];
                    }

                    cells[column + i] = value;
                }
            }

            return this;
        }

        public Sheet Merge(params string[] ranges)
        {
            _merges.AddRange(ranges);
            return this;
        }

        public Sheet Hide(int row)
        {
            _hidden.Add(row);
            return this;
        }

        public string Xml()
        {
            var xml = new StringBuilder($"{Head}<worksheet xmlns=\"{Main}\">{Dimension}{Columns}<sheetData>");
            foreach (var (row, cells) in _cells)
            {
                xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"{(_hidden.Contains(row) ? " hidden=\"1\"" : string.Empty)}>");
                foreach (var (column, value) in cells)
                {
                    xml.Append(CellXml(Address(row, column), value));
                }

                xml.Append("</row>");
            }

            xml.Append("</sheetData>");
            if (_merges.Count > 0)
            {
                xml.Append("<mergeCells>").Append(string.Concat(_merges.Select(m => $"<mergeCell ref=\"{m}\"/>"))).Append("</mergeCells>");
            }

            return xml.Append(After).Append("</worksheet>").ToString();
        }

        private static string CellXml(string at, object value) => value switch
        {
            Raw raw => raw.Xml.Replace("{r}", at, StringComparison.Ordinal),
            Shown shown => $"<c r=\"{at}\" s=\"1\"><v>{Number(shown.Ratio)}</v></c>",
            Formula { Result: null } => $"<c r=\"{at}\"><f>1+1</f></c>",
            Formula { Result: Shown result } => $"<c r=\"{at}\" s=\"1\"><f>1+1</f><v>{Number(result.Ratio)}</v></c>",
            Formula formula => $"<c r=\"{at}\"><f>1+1</f><v>{Number(formula.Result)}</v></c>",
            DateOnly date => $"<c r=\"{at}\" s=\"2\"><v>{date.DayNumber - new DateOnly(1899, 12, 30).DayNumber}</v></c>",
            string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>",
            _ => $"<c r=\"{at}\"><v>{Number(value)}</v></c>",
        };

        private static string Number(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

        private static string Address(int row, int column)
        {
            var letters = string.Empty;
            for (var rest = column; rest > 0; rest = (rest - 1) / 26)
            {
                letters = (char)('A' + ((rest - 1) % 26)) + letters;
            }

            return letters + row.ToString(CultureInfo.InvariantCulture);
        }
    }
}
