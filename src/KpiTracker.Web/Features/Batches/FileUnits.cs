using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

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

/// <summary>Finds out for which ward a file is: by what it says itself, never by its name. What is not certain is asked.</summary>
internal sealed class FileUnits(WardWorkbookReader reader, WorkbookFiles files, Registers registers)
{
    /// <param name="storedName">Of the file among the drafts.</param>
    /// <param name="unit">Within which the ward is looked for.</param>
    public async Task<FileUnit> FindAsync(string storedName, string fileName, OrganisationUnit unit, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        // A title names its ward only to a reader who expects a ward's report: any ward of the unit will do.
        var wards = snapshot.Units.WardsOf(unit.Key, period);
        var scope = wards.Count > 0 ? wards[0] : unit;
        await using var workbook = files.OpenDraft(storedName);
        return reader.Read(workbook, fileName, new ReadingContext(snapshot.Units, snapshot.Indicators, scope, period)) switch
        {
            WorkbookReading.Unreadable unreadable => new FileUnit.Unreadable(unreadable.Reason),
            WorkbookReading.Recognised recognised => UnitOf(recognised.Report, unit, wards, snapshot.Units),
            _ => throw new InvalidOperationException("A reading has two endings."),
        };
    }

    private static FileUnit UnitOf(WardReport report, OrganisationUnit unit, IReadOnlyList<OrganisationUnit> wards, OrganisationTree units)
    {
        var lines = report.Lines.Select(l => l.Unit).OfType<UnitMention>().ToList();
        if (lines.DistinctBy(l => l.Written).Count() > 1)
        {
            return new FileUnit.Known(unit);
        }

        var named = (lines.Count > 0 ? lines : report.StatedUnits).Where(n => n is { IsCertain: true, Unit: not null }).ToList();
        var candidates = named.Select(n => n.Unit!.Value).Distinct().Select(units.Find).OfType<OrganisationUnit>().ToList();
        // A template's mark is a code: it says which of the wards of one name its title means.
        if (candidates.FirstOrDefault(c => named.Exists(n => n.Unit == c.Key && n.Written == c.Code)) is { } coded && candidates.TrueForAll(c => IsNamesake(c, coded)))
        {
            return wards.Contains(coded) ? new FileUnit.Known(coded) : new FileUnit.Unknown(BatchReasons.OtherUnit);
        }

        return candidates switch
        {
            [] => new FileUnit.Unknown(BatchReasons.NoWardNamed),
            [var one] when !wards.Contains(one) => new FileUnit.Unknown(BatchReasons.OtherUnit),
            [var one] when wards.Count(w => IsNamesake(w, one)) == 1 => new FileUnit.Known(one),
            _ => new FileUnit.Unknown(BatchReasons.SeveralNamed),
        };
    }

    // A city has several wards of one name: which one is meant is not to be guessed.
    private static bool IsNamesake(OrganisationUnit one, OrganisationUnit other) => string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);
}
