using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Submissions.Rules;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Review;

/// <summary>The findings of the workbooks that some reports came in, each with the ward that it is about.</summary>
internal sealed class WorkbookFindings
{
    private readonly Dictionary<int, WardFindings> _owners;
    private readonly ILookup<int, SubmissionFinding> _findings;

    private WorkbookFindings(Dictionary<int, WardFindings> owners, ILookup<int, SubmissionFinding> findings) => (_owners, _findings) = (owners, findings);

    /// <summary>Of a workbook that is not the officer's to see, nothing is read.</summary>
    public static async Task<WorkbookFindings> ReadAsync(
        KpiTrackerDbContext db, RegisterSnapshot snapshot, Officer officer, IReadOnlyCollection<Submission> submissions, CancellationToken cancellationToken)
    {
        var ids = submissions.Select(s => s.WorkbookId).Distinct().ToList();
        var units = await db.Workbooks.AsNoTracking().Where(w => ids.Contains(w.Id)).Select(w => new { w.Id, w.UnitId }).ToListAsync(cancellationToken);
        var visible = units.Where(w => officer.MaySee(snapshot.Units, snapshot.UnitOf(w.UnitId).Key)).ToDictionary(w => w.Id, w => snapshot.UnitOf(w.UnitId));
        var findings = await db.SubmissionFindings.AsNoTracking()
            .Where(f => visible.Keys.Contains(f.WorkbookId) && f.Code != MonthIsOpen.PrintedCode)
            .OrderBy(f => f.Position)
            .ToListAsync(cancellationToken);
        var shared = visible.Where(w => !w.Value.IsWard).Select(w => w.Key).ToList();
        var cells = await (
            from s in db.Submissions.AsNoTracking()
            join f in db.SubmittedFigures on s.Id equals f.SubmissionId
            where shared.Contains(s.WorkbookId)
            select new { s.WorkbookId, s.Id, f.Sheet, f.Cell }).ToListAsync(cancellationToken);
        var byWorkbook = cells.ToLookup(c => c.WorkbookId);
        var layouts = submissions.DistinctBy(s => s.WorkbookId).ToDictionary(s => s.WorkbookId, s => s.Layout);
        return new WorkbookFindings(
            visible.ToDictionary(w => w.Key, w => new WardFindings(w.Value.IsWard, layouts[w.Key], byWorkbook[w.Key].ToLookup(c => c.Id, c => new CellRef(c.Sheet, c.Cell)))),
            findings.ToLookup(f => f.WorkbookId));
    }

    public IReadOnlyList<AnsweredFinding> About(Submission submission) =>
        [.. _findings[submission.WorkbookId].Where(f => _owners[submission.WorkbookId].IsAbout(f, submission.Id)).Select(SubmissionQuery.FindingOf)];

    public IReadOnlyList<AnsweredFinding> AboutAll(Submission submission) =>
        [.. _findings[submission.WorkbookId].Where(f => _owners[submission.WorkbookId].IsAboutAll(f)).Select(SubmissionQuery.FindingOf)];
}
