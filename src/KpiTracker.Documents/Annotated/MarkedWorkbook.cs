using KpiTracker.Documents.Gate;
using KpiTracker.Documents.OldExcel;

namespace KpiTracker.Documents.Annotated;

/// <summary>Marks a workbook in this process, which should be a child.</summary>
internal static class MarkedWorkbook
{
    /// <param name="file">As sent; of the old format, it is converted first.</param>
    /// <param name="output">Path of the marked workbook.</param>
    /// <exception cref="GateRefusal">The gate refuses the file, or a part that only this work reads is beyond its limits.</exception>
    public static void Write(byte[] file, AnnotationRequest request, string output)
    {
        var isOld = FileSignature.ReasonAgainst(file) == UnreadableReason.OldExcel;
        var sound = isOld ? OldWorkbook.Convert(file) : file;
        if (WorkbookGate.Shared.Open(new MemoryStream(sound, writable: false)) is GateReading.Refused refused)
        {
            throw new GateRefusal(refused.Reason);
        }

        using var stream = File.Create(output);
        new MarkingPlan(sound, request, isOld, ReadingClock.Start()).Write(stream);
    }
}
