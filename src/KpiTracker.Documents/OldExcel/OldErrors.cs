using System.Buffers.Binary;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.OldExcel;

/// <summary>
/// Finds the cells that show <c>#DIV/0!</c> and the like. The reader of the old format hands them on as empty, and an error that turns into
/// "not reported" would be a silent wrong answer; so the records are walked once more, for them alone.
/// </summary>
internal sealed class OldErrors
{
    private const ushort Formula = 0x0006;
    private const ushort EndOfPart = 0x000A;
    private const ushort Password = 0x002F;
    private const ushort Sheet = 0x0085;
    private const ushort TrueFalseOrError = 0x0205;
    private const ushort BeginOfPart = 0x0809;
    private const byte Worksheet = 0;

    /// <summary>Of a formula's result: marks that it is no number, and that it is an error.</summary>
    private const ushort NoNumber = 0xFFFF;
    private const byte IsError = 2;

    private readonly List<Dictionary<(int Row, int Column), string>> _sheets = [];

    /// <param name="file">A compound file.</param>
    /// <exception cref="GateRefusal">Holds no workbook, is encrypted, or is of a version that cannot be read.</exception>
    public OldErrors(byte[] file)
    {
        var records = new CompoundFile(file).Find("Workbook", "Book") ?? throw new GateRefusal(UnreadableReason.NotAWorkbook);
        if (records.Length < 4 || U16(records, 0) != BeginOfPart)
        {
            throw new GateRefusal(UnreadableReason.OldExcel);
        }

        foreach (var start in SheetStarts(records))
        {
            _sheets.Add(ErrorsFrom(records, start));
        }
    }

    /// <param name="sheet">Its place among the worksheets, from 0.</param>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    /// <returns>The error as Excel shows it; <c>null</c> when the cell shows none.</returns>
    public string? At(int sheet, int row, int column) =>
        sheet < _sheets.Count ? _sheets[sheet].GetValueOrDefault((row, column)) : null;

    private static List<int> SheetStarts(byte[] records)
    {
        var starts = new List<int>();
        for (var at = 0; at + 4 <= records.Length && U16(records, at) != EndOfPart; at = Next(records, at))
        {
            switch (U16(records, at))
            {
                case Password:
                    throw new GateRefusal(UnreadableReason.Encrypted);
                case Sheet when records[at + 9] == Worksheet:
                    starts.Add((int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32LittleEndian(records.AsSpan(at + 4))));
                    PartReader.RefuseAbove(starts.Count, GateLimits.Sheets);
                    break;
                default:
                    break;
            }
        }

        return starts;
    }

    private static Dictionary<(int Row, int Column), string> ErrorsFrom(byte[] records, int start)
    {
        var errors = new Dictionary<(int, int), string>();

        // Charts lie inside a sheet as parts of their own.
        var depth = 0;
        for (var at = start; at + 4 <= records.Length; at = Next(records, at))
        {
            switch (U16(records, at))
            {
                case BeginOfPart:
                    depth++;
                    break;
                case EndOfPart when --depth <= 0:
                    return errors;
                case Formula when depth == 1 && U16(records, at + 16) == NoNumber && records[at + 10] == IsError:
                    errors[Cell(records, at)] = Text(records[at + 12]);
                    break;
                case TrueFalseOrError when depth == 1 && records[at + 11] == 1:
                    errors[Cell(records, at)] = Text(records[at + 10]);
                    break;
                default:
                    break;
            }
        }

        return errors;
    }

    private static (int Row, int Column) Cell(byte[] records, int at) => (U16(records, at + 4) + 1, U16(records, at + 6) + 1);

    private static int Next(byte[] records, int at) => at + 4 + U16(records, at + 2);

    private static string Text(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#ERROR!",
    };

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
}
