using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>One revision of a ward's report, with all that is known of it.</summary>
/// <param name="IsLate">Whether the ward's first report for the month came after the due date.</param>
/// <param name="Workbook"><c>null</c> when no file was sent, or it is a consolidated one and the officer may not see the other wards in it.</param>
/// <param name="RestoredFrom">The revision that it puts back in force; <c>null</c> for any other.</param>
/// <param name="Edits">Cells typed over before it was sent: all of its workbook's, or the ward's own where the others are not the officer's to see.</param>
/// <param name="Findings">Of its workbook, in the order in which they were shown; empty when that is not the officer's to see.</param>
/// <param name="Revisions">All revisions of the month, newest first, this one among them.</param>
/// <param name="Differences">Against the revision before; empty for the first.</param>
public sealed record SubmissionDetails(
    int Id,
    OrganisationUnit Ward,
    ReportingPeriod Period,
    int Revision,
    bool IsCurrent,
    bool IsLate,
    DueDate Due,
    KeptWorkbook? Workbook,
    bool IsNothingToReport,
    int? RestoredFrom,
    IReadOnlyList<SubmissionCell> Figures,
    IReadOnlyList<AnsweredFinding> Findings,
    IReadOnlyList<RevisionOnRecord> Revisions,
    IReadOnlyList<FigureDifference> Differences,
    IReadOnlyList<EditedCell> Edits)
{
    /// <summary>How far this revision has come in its review.</summary>
    public ReviewState State { get; init; }

    /// <summary>By whom and when the ward's month was approved, in whichever revision; <c>null</c> while it is open.</summary>
    public MonthLock? Lock { get; init; }

    /// <summary>What was decided about the ward's month, newest first.</summary>
    public IReadOnlyList<ReviewStepOnRecord> Steps { get; init; } = [];

    public RevisionOnRecord Own => Revisions.Single(r => r.SubmissionId == Id);
}

/// <summary>The file that a report was read from.</summary>
/// <param name="Unit">For which it was sent: the ward, or its district or area.</param>
/// <param name="Size">Bytes.</param>
public sealed record KeptWorkbook(int Id, string FileName, string Sha256, long Size, OrganisationUnit Unit, WorkbookOrigin Origin);

/// <summary>A figure with its cells.</summary>
/// <param name="Cell">The numerator's, else the percentage's.</param>
public sealed record SubmissionCell(Indicator Indicator, KeptFigure Figure, CellRef Cell, CellRef? DenominatorCell);

/// <param name="Answer"><c>null</c> when nothing was asked.</param>
/// <param name="Position">Its place in the list, from 1.</param>
public sealed record AnsweredFinding(Finding Finding, string? Answer, string? AnsweredByName, int Position);

/// <param name="SubmittedAt">In Việt Nam's time, as is <paramref name="ReturnedAt"/>.</param>
public sealed record RevisionOnRecord(
    int SubmissionId,
    int Revision,
    DateTimeOffset SubmittedAt,
    string SubmittedByName,
    DateTimeOffset? ReturnedAt,
    string? ReturnedByName,
    string? ReturnReason,
    bool IsNothingToReport,
    int? RestoredFrom,
    string? RestoreReason);

/// <summary>One step of the review of a ward's month.</summary>
/// <param name="At">In Việt Nam's time.</param>
/// <param name="Reason"><c>null</c> for an approval.</param>
public sealed record ReviewStepOnRecord(int Revision, ReviewAction Action, DateTimeOffset At, string ByName, string? Reason);

/// <summary>A kept file to be sent or shown.</summary>
internal sealed record OpenedWorkbook(Stream Content, string FileName);

/// <summary>Finds a submission with its figures, cells, findings, revisions and workbook.</summary>
internal sealed class SubmissionQuery(Registers registers, WorkbookFiles files, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    /// <returns><c>null</c> when there is none, or it is outside the officer's unit.</returns>
    public async Task<SubmissionDetails?> FindAsync(int id, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (await VisibleAsync(db, snapshot, id, officer, cancellationToken) is not { } own)
        {
            return null;
        }

        var revisions = await db.Submissions.AsNoTracking().Include(s => s.Figures)
            .Where(s => s.UnitId == own.UnitId && s.Period == own.Period)
            .OrderByDescending(s => s.Revision)
            .ToListAsync(cancellationToken);
        var workbook = await VisibleWorkbookAsync(db, snapshot, own, officer, cancellationToken);
        var findings = workbook is null ? [] : await db.SubmissionFindings.AsNoTracking()
            .Where(f => f.WorkbookId == own.WorkbookId)
            .OrderBy(f => f.Position)
            .ToListAsync(cancellationToken);
        var submission = revisions.Single(s => s.Id == id);
        var due = snapshot.DueDates.Of(snapshot.UnitOf(own.UnitId).Key, own.Period);
        var earlier = revisions.FirstOrDefault(s => s.Revision == submission.Revision - 1);
        return new SubmissionDetails(
            id,
            snapshot.UnitOf(own.UnitId),
            own.Period,
            submission.Revision,
            submission.IsCurrent,
            revisions[^1].SubmittedAt.InVietnam().Day() > due.On,
            due,
            workbook is not { FileName: { } fileName, Sha256: { } sha256 } ? null : new KeptWorkbook(workbook.Id, fileName, sha256, workbook.Size, snapshot.UnitOf(workbook.UnitId), workbook.Origin),
            submission.IsNothingToReport,
            revisions.FirstOrDefault(r => r.Id == submission.RestoredFromId)?.Revision,
            Cells(submission, snapshot),
            [.. findings.Select(FindingOf)],
            [.. revisions.Select(r => RevisionOf(r, revisions))],
            earlier is null ? [] : FigureDifference.Between([.. Figures(earlier, snapshot)], [.. Figures(submission, snapshot)]),
            [.. (await EditsAsync(db, own.WorkbookId, cancellationToken)).Where(e => workbook is not null || IsOfOwnCells(e, submission))])
        {
            State = submission.State,
            Lock = revisions.FirstOrDefault(r => r.IsCurrent)?.Lock(),
            Steps = await StepsAsync(db, revisions, cancellationToken),
        };
    }

    /// <summary>The workbook as it was sent. The caller closes it.</summary>
    /// <returns><c>null</c> when there is none, or the submission or another ward in its workbook is outside the officer's unit.</returns>
    public async Task<OpenedWorkbook?> OpenWorkbookAsync(int id, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (await VisibleAsync(db, snapshot, id, officer, cancellationToken) is not { } own)
        {
            return null;
        }

        var workbook = await VisibleWorkbookAsync(db, snapshot, own, officer, cancellationToken);
        return workbook is { StoredName: { } stored, FileName: { } fileName } ? new OpenedWorkbook(files.OpenWorkbook(stored), fileName) : null;
    }

    private static async Task<Submission?> VisibleAsync(KpiTrackerDbContext db, RegisterSnapshot snapshot, int id, Officer officer, CancellationToken cancellationToken)
    {
        var submission = await db.Submissions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        return submission is not null && officer.MaySee(snapshot.Units, snapshot.UnitOf(submission.UnitId).Key) ? submission : null;
    }

    // A consolidated workbook shows the figures of every ward in it: only for those who may see the district or area.
    private static async Task<Workbook?> VisibleWorkbookAsync(
        KpiTrackerDbContext db,
        RegisterSnapshot snapshot,
        Submission submission,
        Officer officer,
        CancellationToken cancellationToken)
    {
        var workbook = await db.Workbooks.AsNoTracking().SingleAsync(w => w.Id == submission.WorkbookId, cancellationToken);
        return officer.MaySee(snapshot.Units, snapshot.UnitOf(workbook.UnitId).Key) ? workbook : null;
    }

    private static async Task<IReadOnlyList<ReviewStepOnRecord>> StepsAsync(KpiTrackerDbContext db, List<Submission> revisions, CancellationToken cancellationToken)
    {
        var numbers = revisions.ToDictionary(r => r.Id, r => r.Revision);
        var steps = await db.ReviewSteps.AsNoTracking().Where(s => numbers.Keys.Contains(s.SubmissionId)).OrderByDescending(s => s.Id).ToListAsync(cancellationToken);
        return [.. steps.Select(s => new ReviewStepOnRecord(numbers[s.SubmissionId], s.Action, s.At.InVietnam(), s.ByName, s.Reason))];
    }

    private static IReadOnlyList<SubmissionCell> Cells(Submission submission, RegisterSnapshot snapshot) =>
    [
        .. from indicator in snapshot.Indicators
           join figure in submission.Figures on indicator.Code equals figure.IndicatorCode
           select new SubmissionCell(
               indicator,
               SubmissionFigures.Of(figure),
               new CellRef(figure.Sheet, figure.Cell),
               figure.DenominatorCell is { } cell ? new CellRef(figure.Sheet, cell) : null),
    ];

    private static IEnumerable<KeptFigure> Figures(Submission submission, RegisterSnapshot snapshot) => Cells(submission, snapshot).Select(c => c.Figure);

    /// <summary>Cells typed over before a workbook was sent, in the order in which they were touched.</summary>
    internal static async Task<IReadOnlyList<EditedCell>> EditsAsync(KpiTrackerDbContext db, int workbookId, CancellationToken cancellationToken)
    {
        var rows = await db.SubmissionEdits.AsNoTracking().Where(e => e.WorkbookId == workbookId).OrderBy(e => e.Position).ToListAsync(cancellationToken);
        return [.. rows.Select(e => new EditedCell(new CellRef(e.Sheet, e.Cell), e.Before, e.After, e.IndicatorCode, e.ById, e.ByName, e.At.InVietnam()))];
    }

    private static bool IsOfOwnCells(EditedCell edit, Submission submission) =>
        submission.Figures.Any(f => f.Sheet == edit.Cell.Sheet && (f.Cell == edit.Cell.Address || f.DenominatorCell == edit.Cell.Address));

    internal static AnsweredFinding FindingOf(SubmissionFinding row) => new(
        new Finding(row.Code, row.Severity, row.Sheet is { } sheet && row.Cell is { } cell ? new CellRef(sheet, cell) : null, row.TextKey, row.Arguments)
        {
            IndicatorCode = row.IndicatorCode,
        },
        row.Answer,
        row.AnsweredByName,
        row.Position);

    private static RevisionOnRecord RevisionOf(Submission submission, List<Submission> all) => new(
        submission.Id,
        submission.Revision,
        submission.SubmittedAt.InVietnam(),
        submission.SubmittedByName,
        submission.ReturnedAt?.InVietnam(),
        submission.ReturnedByName,
        submission.ReturnReason,
        submission.IsNothingToReport,
        all.FirstOrDefault(r => r.Id == submission.RestoredFromId)?.Revision,
        submission.RestoreReason);
}
