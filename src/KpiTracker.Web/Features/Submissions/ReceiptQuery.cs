using System.Globalization;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Submissions.Rules;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>The proof that a workbook was taken in: what, for which unit and month, by whom and when.</summary>
/// <param name="SentAt">In Việt Nam's time.</param>
/// <param name="FileName"><c>null</c>, as <paramref name="Sha256"/>, when no file was sent.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Edits">Cells typed over before it was sent; empty where the whole file is not the officer's to see.</param>
internal sealed record Receipt(
    int Id,
    OrganisationUnit Unit,
    ReportingPeriod Period,
    string? FileName,
    string? Sha256,
    long Size,
    DateTimeOffset SentAt,
    string SentByName,
    DateOnly DueOn,
    bool IsNothingToReport,
    IReadOnlyList<ReceiptWard> Wards,
    IReadOnlyList<EditedCell> Edits)
{
    /// <summary>Wards of the workbook that nothing was taken of, since their month was closed; empty where the whole file is not the officer's to see.</summary>
    public IReadOnlyList<Finding> Closed { get; init; } = [];

    /// <summary>To be quoted in letters and on the telephone: <c>BC-202505-000123</c>.</summary>
    public string Number => NumberOf(Period, Id);

    public static string NumberOf(ReportingPeriod period, int id) => string.Create(CultureInfo.InvariantCulture, $"BC-{period.Year:0000}{period.Month:00}-{id:000000}");
}

/// <param name="IsLate">Whether the ward's first report for the month came after the due date.</param>
public sealed record ReceiptWard(OrganisationUnit Ward, int SubmissionId, int Revision, bool IsLate, IReadOnlyList<KeptFigure> Figures);

/// <summary>Finds a receipt again.</summary>
internal sealed class ReceiptQuery(Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <returns><c>null</c> when there is none, or it is outside the officer's unit.</returns>
    public async Task<Receipt?> FindAsync(int id, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var workbook = await db.Workbooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id, cancellationToken);
        if (workbook is null)
        {
            return null;
        }

        var wards = await db.Submissions.AsNoTracking()
            .Where(s => s.WorkbookId == id)
            .OrderBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.UnitId,
                s.Revision,
                s.IsNothingToReport,
                s.Figures,
                FirstAt = db.Submissions.Where(f => f.UnitId == s.UnitId && f.Period == s.Period && f.Revision == 1).Select(f => f.SubmittedAt).Single(),
            })
            .ToListAsync(cancellationToken);

        // A ward sees the receipt of a consolidated workbook that holds its own report, with its own line alone.
        var visible = wards.Where(w => officer.MaySee(snapshot.Units, snapshot.UnitOf(w.UnitId).Key)).ToList();
        var maySeeAll = officer.MaySee(snapshot.Units, snapshot.UnitOf(workbook.UnitId).Key);
        return visible.Count == 0 ? null : new Receipt(
            id,
            snapshot.UnitOf(workbook.UnitId),
            workbook.Period,
            workbook.FileName,
            workbook.Sha256,
            workbook.Size,
            workbook.ReceivedAt.InVietnam(),
            workbook.SentByName,
            snapshot.DueDates.Of(snapshot.UnitOf(visible.Count == 1 ? visible[0].UnitId : workbook.UnitId).Key, workbook.Period).On,
            workbook.Origin == WorkbookOrigin.NothingToReport || visible.TrueForAll(w => w.IsNothingToReport),
            [.. visible.Select(w => new ReceiptWard(snapshot.UnitOf(w.UnitId), w.Id, w.Revision, snapshot.DueDates.IsLate(snapshot.UnitOf(w.UnitId).Key, workbook.Period, w.FirstAt.InVietnam().Day()), [.. w.Figures.Select(SubmissionFigures.Of)]))],
            maySeeAll ? await SubmissionQuery.EditsAsync(db, id, cancellationToken) : [])
        {
            Closed = maySeeAll ? await ClosedAsync(db, id, cancellationToken) : [],
        };
    }

    private static async Task<IReadOnlyList<Finding>> ClosedAsync(KpiTrackerDbContext db, int id, CancellationToken cancellationToken)
    {
        var rows = await db.SubmissionFindings.AsNoTracking().Where(f => f.WorkbookId == id && f.Code == MonthIsOpen.PrintedCode).OrderBy(f => f.Position).ToListAsync(cancellationToken);
        return [.. rows.Select(f => SubmissionQuery.FindingOf(f).Finding)];
    }
}
