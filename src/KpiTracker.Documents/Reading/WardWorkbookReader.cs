using System.Text.RegularExpressions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.OrganisationUnits;

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
            GateReading.Opened opened => Recognise(opened.Workbook, context),
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

        var reading = Recognise(cells, district);
        if (reading is not WorkbookReading.Recognised { Report: { } report } recognised)
        {
            return new WardSearch.Unreadable(((WorkbookReading.Unreadable)reading).Reason);
        }

        var mentions = report.Lines.Select(l => l.Unit).ToList();
        if (mentions.TrueForAll(m => m is null))
        {
            return UnitNames.For(district.Units, district.Period).InFileName(fileName, district.Unit) is { } named
                ? Of(named, false, cells, district)
                : new WardSearch.Unknown(recognised);
        }

        return mentions.Select(m => m?.Unit).Distinct().ToList() is [{ } only] && district.Units.Find(only) is { IsWard: true } ward && district.Units.IsWithin(only, district.Unit.Key)
            ? Of(ward, mentions.TrueForAll(m => m!.IsCertain), cells, district)
            : new WardSearch.Several(recognised);
    }

    private static WorkbookReading Recognise(WorkbookCells cells, ReadingContext context)
    {
        try
        {
            return ReportRecogniser.Recognise(cells, context) is { } report
                ? new WorkbookReading.Recognised(report)
                : new WorkbookReading.Unreadable(UnreadableReason.NoTable);
        }
        catch (GateRefusal refusal)
        {
            return new WorkbookReading.Unreadable(refusal.Reason);
        }
        catch (RegexMatchTimeoutException)
        {
            // A machine so busy that a pattern over one title does not end in its time: the file may be sent again.
            return new WorkbookReading.Unreadable(UnreadableReason.TooSlow);
        }
    }

    private static WardSearch Of(OrganisationUnit ward, bool isCertain, WorkbookCells cells, ReadingContext district) =>
        Recognise(cells, district with { Unit = ward }) switch
        {
            WorkbookReading.Recognised own => new WardSearch.One(ward, isCertain, own),
            WorkbookReading.Unreadable unreadable => new WardSearch.Unreadable(unreadable.Reason),
            var other => throw new InvalidOperationException($"A reading cannot end as {other}."),
        };
}
