using KpiTracker.Documents.Gate;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Reads a ward's workbook as written: which table, which units and indicators, each figure with its cell. Safe on any bytes.</summary>
public sealed class WardWorkbookReader
{
    private readonly WorkbookGate _gate = WorkbookGate.Shared;

    /// <param name="workbook">The upload, from its present position; not closed.</param>
    /// <param name="fileName">As sent. A name proves nothing, so the bytes alone decide.</param>
    public WorkbookReading Read(Stream workbook, string fileName, ReadingContext context)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        return _gate.Open(workbook) switch
        {
            GateReading.Refused refused => new WorkbookReading.Unreadable(refused.Reason),
            GateReading.Opened opened when ReportRecogniser.Recognise(opened.Workbook, context) is { } report => new WorkbookReading.Recognised(report),
            _ => new WorkbookReading.Unreadable(UnreadableReason.NoTable),
        };
    }

    /// <summary>
    /// For which ward of a district or area a file is: by the template's mark, the title, the sheet's name or the lines themselves; where
    /// all of them are silent, uncertainly, by the file's name. The file is opened once.
    /// </summary>
    /// <param name="workbook">The upload, from its present position; not closed.</param>
    /// <param name="district">The unit above the wards; with a ward, the answer is that ward or none.</param>
    public WardSearch FindWard(Stream workbook, string fileName, ReadingContext district)
    {
        ArgumentNullException.ThrowIfNull(fileName);
        var gate = _gate.Open(workbook);
        if (gate is not GateReading.Opened { Workbook: { } cells })
        {
            return new WardSearch.Unreadable(((GateReading.Refused)gate).Reason);
        }

        if (ReportRecogniser.Recognise(cells, district) is not { } report)
        {
            return new WardSearch.Unreadable(UnreadableReason.NoTable);
        }

        var mentions = report.Lines.Select(l => l.Unit).ToList();
        if (mentions.TrueForAll(m => m is null))
        {
            return UnitNames.For(district.Units, district.Period).InFileName(fileName, district.Unit) is { } named
                ? Of(named, false, cells, district)
                : new WardSearch.Unknown(new WorkbookReading.Recognised(report));
        }

        return mentions.Select(m => m?.Unit).Distinct().ToList() is [{ } only] && district.Units.Find(only) is { IsWard: true } ward && district.Units.IsWithin(only, district.Unit.Key)
            ? Of(ward, mentions.TrueForAll(m => m!.IsCertain), cells, district)
            : new WardSearch.Several(new WorkbookReading.Recognised(report));
    }

    private static WardSearch Of(OrganisationUnit ward, bool isCertain, WorkbookCells cells, ReadingContext district) =>
        ReportRecogniser.Recognise(cells, district with { Unit = ward }) is { } own
            ? new WardSearch.One(ward, isCertain, new WorkbookReading.Recognised(own))
            : new WardSearch.Unreadable(UnreadableReason.NoTable);
}
