using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Batches;

/// <summary>For which unit a file turned out to be.</summary>
internal abstract record FileUnit
{
    private FileUnit()
    {
    }

    /// <param name="Unit">A ward; or the batch's own unit, for a consolidated workbook.</param>
    public sealed record Known(OrganisationUnit Unit) : FileUnit;

    /// <param name="Reason">See <see cref="BatchReasons"/>.</param>
    public sealed record Unknown(string Reason) : FileUnit;

    public sealed record Unreadable(UnreadableReason Reason) : FileUnit;
}

/// <summary>Finds out for which ward a file is, by what it says itself; its name is good for a suggestion only. What is not certain is asked.</summary>
internal sealed class FileUnits(WardWorkbookReader reader, WorkbookFiles files, Registers registers)
{
    /// <param name="storedName">Of the file among the drafts.</param>
    /// <param name="unit">Within which the ward is looked for.</param>
    public async Task<FileUnit> FindAsync(string storedName, string fileName, OrganisationUnit unit, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var workbook = files.OpenDraft(storedName);
        var context = new ReadingContext(snapshot.Units, snapshot.Indicators, unit, period);
        return await OwnThread.RunAsync(() => reader.FindWard(workbook, fileName, context), cancellationToken) switch
        {
            WardSearch.One { IsCertain: true } one => new FileUnit.Known(one.Ward),
            WardSearch.One one => new FileUnit.Unknown(BatchReasons.Suggested + one.Ward.Code),
            WardSearch.Several several => OfSeveral(several.Reading.Report, unit, snapshot.Units),
            WardSearch.Unknown => new FileUnit.Unknown(BatchReasons.NoWardNamed),
            WardSearch.Unreadable unreadable => new FileUnit.Unreadable(unreadable.Reason),
            _ => throw new InvalidOperationException("A search has four endings."),
        };
    }

    // One name alone is no consolidated workbook: it is a ward's elsewhere, or the name of several wards.
    private static FileUnit OfSeveral(WardReport report, OrganisationUnit unit, OrganisationTree units)
    {
        var mentions = report.Lines.Select(l => l.Unit).ToList();
        return mentions.Distinct().Select(m => m?.Unit).Distinct().Count() > 1 || mentions.DistinctBy(m => m?.Written).Count() > 1 ? new FileUnit.Known(unit)
            : mentions[0] is { Unit: { } other } && !units.IsWithin(other, unit.Key) ? new FileUnit.Unknown(BatchReasons.OtherUnit)
            : new FileUnit.Unknown(BatchReasons.SeveralNamed);
    }
}
