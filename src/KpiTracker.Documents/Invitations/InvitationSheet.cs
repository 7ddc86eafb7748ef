using System.Text;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Invitations;

/// <summary>Reads a list of ward officers through the gate: any sheet with the headings of the template in one of its first rows, the columns in any order.</summary>
public static class InvitationSheet
{
    /// <summary>A province has some hundred wards.</summary>
    public const int MostLines = 1000;

    /// <summary>Letters of a cell that are kept: a name or an address is shorter.</summary>
    private const int LongestText = 254;

    private const int HeadWithin = 30;
    private const int CodeDigits = 5;

    private static readonly Dictionary<string, Column> Headings = new(StringComparer.Ordinal)
    {
        ["ma don vi"] = Column.Code,
        ["ma"] = Column.Code,
        ["ma phuong xa"] = Column.Code,
        ["unit code"] = Column.Code,
        ["phuong xa"] = Column.Ward,
        ["don vi"] = Column.Ward,
        ["ten don vi"] = Column.Ward,
        ["ward"] = Column.Ward,
        ["ho va ten"] = Column.Name,
        ["ho ten"] = Column.Name,
        ["ho va ten can bo"] = Column.Name,
        ["name"] = Column.Name,
        ["e mail"] = Column.Email,
        ["email"] = Column.Email,
        ["thu dien tu"] = Column.Email,
        ["ten dang nhap"] = Column.UserName,
        ["user name"] = Column.UserName,
    };

    private enum Column
    {
        Code,
        Ward,
        Name,
        Email,
        UserName,
    }

    /// <param name="workbook">The upload, from its present position; not closed.</param>
    public static InvitationReading Read(Stream workbook) => WorkbookGate.Shared.Open(workbook) switch
    {
        GateReading.Refused refused => new InvitationReading.Unreadable(refused.Reason),
        GateReading.Opened opened => opened.Workbook.Sheets.Where(s => !s.IsHidden).Select(Lines).OfType<InvitationReading>().FirstOrDefault() ?? new InvitationReading.NoHead(),
        var other => throw new InvalidOperationException($"The gate cannot end as {other}."),
    };

    /// <returns><c>null</c> when the sheet has no such head.</returns>
    private static InvitationReading? Lines(SheetCells sheet)
    {
        var view = new SheetView(sheet);
        if (view.Rows.Take(HeadWithin).Select(row => (row.Number, Columns: ColumnsOf(row))).FirstOrDefault(head => IsHead(head.Columns)) is not { Columns: { } columns } head)
        {
            return null;
        }

        var lines = view.Rows.Where(row => row.Number > head.Number).Select(row => LineOf(view, row.Number, columns)).Where(line => line.Code.Length + line.Ward.Length > 0 || IsFilled(line)).ToList();
        var filled = lines.Where(IsFilled).ToList();
        return filled.Count > MostLines ? new InvitationReading.TooMany() : new InvitationReading.Found(filled, lines.Count - filled.Count);
    }

    private static bool IsHead(Dictionary<Column, int>? columns) =>
        columns is not null && columns.ContainsKey(Column.Code) && columns.ContainsKey(Column.Name) && (columns.ContainsKey(Column.Email) || columns.ContainsKey(Column.UserName));

    private static Dictionary<Column, int> ColumnsOf(SheetRow row)
    {
        Dictionary<Column, int> columns = [];
        foreach (var cell in row.Cells)
        {
            if (Headings.TryGetValue(Fold.Words(cell.Text), out var column))
            {
                columns.TryAdd(column, cell.Column);
            }
        }

        return columns;
    }

    private static bool IsFilled(InvitationLine line) => line.Name.Length + line.Email.Length + line.UserName.Length + line.OddCell.Length > 0;

    private static InvitationLine LineOf(SheetView view, int row, Dictionary<Column, int> columns)
    {
        var odd = string.Empty;
        return new InvitationLine(row, Padded(Text(Column.Code)), Text(Column.Ward), Text(Column.Name), Text(Column.Email), Text(Column.UserName)) with { OddCell = odd };

        string Text(Column column)
        {
            if (!columns.TryGetValue(column, out var at) || view.Shown(row, at) is not { } cell)
            {
                return string.Empty;
            }

            var text = cell.Kind == CellKind.Number ? CellText.Of(cell).Replace(".", string.Empty, StringComparison.Ordinal) : Fold.Normalised(cell.Text, NormalizationForm.FormC).Trim();
            if (cell.Kind is not (CellKind.Number or CellKind.Text) || text.Length > LongestText || DeceptiveText.IsIn(text))
            {
                odd = CellAddress.Of(row, at);
                return string.Empty;
            }

            return text;
        }
    }

    private static string Padded(string code) => code.Length < CodeDigits && code.Length > 2 && code.All(char.IsAsciiDigit) ? code.PadLeft(CodeDigits, '0') : code;
}
