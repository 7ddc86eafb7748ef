using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Isolation;

namespace KpiTracker.Documents.OldExcel;

/// <summary>Turns a workbook of Excel 97–2003 and before (.xls) into a plain .xlsx of our own making, which then goes through the gate like any other.</summary>
internal static class OldWorkbook
{
    /// <summary>In a child process: the format's reader is not ours, and was not made for hostile files.</summary>
    /// <exception cref="GateRefusal">It cannot be read, or not in time.</exception>
    public static byte[] ConvertIsolated(byte[] file, TimeSpan deadline)
    {
        using var folder = new WorkFolder();
        File.WriteAllBytes(folder.Input, file);
        return IsolatedWork.Shared.Run(IsolatedVerbs.ConvertOldExcel, folder.Input, folder.Output, default, deadline) switch
        {
            IsolatedEnding.Done => File.ReadAllBytes(folder.Output),
            IsolatedEnding.Refused refused => throw new GateRefusal(refused.Reason),
            IsolatedEnding.TooSlow => throw new GateRefusal(UnreadableReason.TooSlow),
            _ => throw new GateRefusal(UnreadableReason.Damaged),
        };
    }

    /// <summary>In this process, which should be a child.</summary>
    /// <exception cref="GateRefusal">It cannot be read.</exception>
    public static byte[] Convert(byte[] file)
    {
        // Excel 95 and before wrote text in the code page of its machine.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            var errors = file.AsSpan().StartsWith(FileSignature.CompoundFile) ? new OldErrors(file) : throw new GateRefusal(UnreadableReason.OldExcel);
            using var reader = ExcelReaderFactory.CreateBinaryReader(new MemoryStream(file, writable: false));
            using var output = new MemoryStream();
            OldWorkbookWriter.Write(reader, errors, output);
            return output.ToArray();
        }
        catch (InvalidPasswordException)
        {
            throw new GateRefusal(UnreadableReason.Encrypted);
        }
        catch (Exception broken) when (broken is not (GateRefusal or OutOfMemoryException))
        {
            // A damaged file makes the reader fail in whatever way its bytes lead to: an index, a cast, a text's end.
            throw new GateRefusal(broken is HeaderException or NotSupportedException ? UnreadableReason.OldExcel : UnreadableReason.Damaged);
        }
    }
}
