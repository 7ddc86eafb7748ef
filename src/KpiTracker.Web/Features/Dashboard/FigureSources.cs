using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>Where a ward's figure was read from.</summary>
/// <param name="FileName">As its sender called it; <c>null</c> when no file was sent, or it holds other wards that the officer may not see.</param>
/// <param name="Cell">The numerator's, else the percentage's; its address is empty where no cell was asked for.</param>
/// <param name="DenominatorCell">Its address; <c>null</c> for a count.</param>
/// <param name="SubmittedAt">In Việt Nam's time.</param>
public sealed record FigureSource(
    OrganisationUnit Ward,
    WardFigure Figure,
    string? FileName,
    CellRef Cell,
    string? DenominatorCell,
    int Revision,
    string SubmittedByName,
    DateTimeOffset SubmittedAt)
{
    /// <summary>Approved; otherwise it is provisional.</summary>
    public bool IsApproved { get; init; }
}

/// <summary>Follows a unit's figure of a month down to the cells that it is added up from.</summary>
internal sealed class FigureSources(CurrentOfficer officers, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <param name="progress">Of a unit that the officer may see: its wards are the ones asked about.</param>
    /// <returns>In code order; wards without the figure are left out.</returns>
    public async Task<IReadOnlyList<FigureSource>> ReadAsync(UnitProgress progress, string indicatorCode, CancellationToken cancellationToken = default)
    {
        var figures = progress.Wards.Where(w => w.Figures.ContainsKey(indicatorCode)).ToDictionary(w => w.Figures[indicatorCode].SubmissionId);
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var officer = await officers.GetAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var rows = await Rows(db, [.. figures.Keys], indicatorCode).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let ward = figures[row.SubmissionId]
               orderby ward.Ward.Code
               select new FigureSource(
                   ward.Ward,
                   ward.Figures[indicatorCode],
                   officer.MaySee(snapshot.Units, snapshot.UnitOf(row.WorkbookUnitId).Key) ? row.FileName : null,
                   new CellRef(row.Sheet, row.Cell),
                   row.DenominatorCell,
                   row.Revision,
                   row.SubmittedByName,
                   TimeZoneInfo.ConvertTime(row.SubmittedAt, VietnamTime.Zone)) { IsApproved = ward.IsApproved },
        ];
    }

    // One range of the key for each submission: no figure of another is read.
    internal static IQueryable<FigureSourceRow> Rows(KpiTrackerDbContext db, List<int> submissions, string indicatorCode) =>
        from f in db.SubmittedFigures.AsNoTracking()
        join s in db.Submissions on f.SubmissionId equals s.Id
        join w in db.Workbooks on s.WorkbookId equals w.Id
        where submissions.Contains(f.SubmissionId) && f.IndicatorCode == indicatorCode
        select new FigureSourceRow(f.SubmissionId, w.FileName, w.UnitId, f.Sheet, f.Cell, f.DenominatorCell, s.Revision, s.SubmittedByName, s.SubmittedAt);
}

internal readonly record struct FigureSourceRow(
    int SubmissionId,
    string? FileName,
    int WorkbookUnitId,
    string Sheet,
    string Cell,
    string? DenominatorCell,
    int Revision,
    string SubmittedByName,
    DateTimeOffset SubmittedAt);
