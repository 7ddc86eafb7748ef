using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Submissions.Rules;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>A workbook on its way to be sent.</summary>
/// <param name="File">As it lies among the drafts.</param>
/// <param name="DraftId"><c>null</c> when it was sent without a preview.</param>
internal sealed record SentWorkbook(
    StoredFile File,
    string FileName,
    OrganisationUnit Unit,
    ReportingPeriod Period,
    Officer Officer,
    WorkbookOrigin Origin,
    DateTimeOffset At,
    Guid? DraftId)
{
    /// <summary>Cells typed over in the preview: what is read and kept instead of the file's own.</summary>
    public IReadOnlyDictionary<CellRef, EditedCell> Edits { get; init; } = new Dictionary<CellRef, EditedCell>();
}

/// <summary>
/// Puts a report on record, inside the one writer's transaction: the workbook, a submission for each ward that says something new, its figures,
/// the figures that count from now on, and the findings with their answers. The earlier revision stays, and is current no longer.
/// </summary>
/// <param name="storedName">Of the file among the kept workbooks.</param>
internal sealed class SubmissionRecord(
    KpiTrackerDbContext db,
    RegisterSnapshot registers,
    SentWorkbook sent,
    string storedName,
    CheckedReport report,
    SubmissionAnswers answers)
{
    /// <summary>What the writing comes to, for the record. Sample data is recorded as a whole where it is loaded.</summary>
    public IReadOnlyList<AuditEvent> Events { get; private set; } = [];

    public async Task<SubmissionOutcome> WriteAsync()
    {
        var draft = sent.DraftId is { } id ? await db.ReportDrafts.SingleOrDefaultAsync(d => d.Id == id) : null;
        if (draft?.ReceiptId is { } receipt)
        {
            return await AnswerAgainAsync(db, receipt, draft.WasUnchanged, registers);
        }

        var reports = report.Observations.GroupBy(o => registers.IdOf(o.Unit)).ToDictionary(g => g.Key, g => g.ToList());
        var current = await db.CurrentAsync([.. reports.Keys], sent.Period);
        var news = reports.Where(r => !current.TryGetValue(r.Key, out var on) || SaysSomethingNew(on, r.Value)).ToDictionary();
        // Approved since it was checked: its part is not taken, as the check would have said.
        var closed = news.Keys.Where(w => IsClosed(current.GetValueOrDefault(w))).ToList();
        var known = closed.Count == 0 ? report : WithClosed(closed, current, hasOthers: closed.Count < reports.Count);
        closed.ForEach(w => news.Remove(w));
        if (closed.Count == reports.Count)
        {
            return new SubmissionOutcome.Rejected(known);
        }

        var outcome = news.Count == 0
            ? new SubmissionOutcome.Unchanged(current.Values.Max(s => s.WorkbookId), known)
            : await KeepAsync(news, current, known);
        if (draft is not null)
        {
            (draft.ReceiptId, draft.WasUnchanged) = outcome is SubmissionOutcome.Accepted accepted
                ? (accepted.ReceiptId, false)
                : (((SubmissionOutcome.Unchanged)outcome).ReceiptId, true);
            await db.SaveChangesAsync();
        }

        return outcome;
    }

    /// <summary>The answer that a draft was given when it was confirmed the first time.</summary>
    public static async Task<SubmissionOutcome> AnswerAgainAsync(KpiTrackerDbContext db, int receiptId, bool wasUnchanged, RegisterSnapshot registers)
    {
        if (wasUnchanged)
        {
            return new SubmissionOutcome.Unchanged(receiptId, null);
        }

        var rows = await db.Submissions.AsNoTracking().Where(s => s.WorkbookId == receiptId).Select(s => new { s.UnitId, s.Id, s.Revision }).ToListAsync();
        return new SubmissionOutcome.Accepted(receiptId, [.. rows.Select(s => new KeptReport(registers.UnitOf(s.UnitId).Key, s.Id, s.Revision))], null);
    }

    // A report that was given back counts for nothing until it is sent again, even if it then says the same.
    private static bool SaysSomethingNew(Submission current, List<ReportedObservation> figures) =>
        current.ReturnedAt is not null || FigureDifference.Between([.. current.Figures.Select(SubmissionFigures.Of)], [.. figures.Select(KeptFigure.Of)]).Count > 0;

    private static bool IsClosed(Submission? current) => current is not null && ReviewCourse.After(current.State, ReviewAction.Send) is null;

    private CheckedReport WithClosed(List<int> closed, Dictionary<int, Submission> current, bool hasOthers) => report with
    {
        Findings =
        [
            .. closed.Select(w => MonthIsOpen.Closed(registers.UnitOf(w), registers.Units, sent.Period, current[w].Lock()!, hasOthers, cell: null)),
            .. report.Findings,
        ],
        Observations = [.. report.Observations.Where(o => !closed.Contains(registers.IdOf(o.Unit)))],
    };

    private async Task<SubmissionOutcome> KeepAsync(Dictionary<int, List<ReportedObservation>> news, Dictionary<int, Submission> current, CheckedReport known)
    {
        var workbook = WorkbookRow();
        db.Workbooks.Add(workbook);
        await db.SaveChangesAsync();
        await db.SupersedeAsync([.. news.Keys], sent.Period);
        var submissions = news.Select(ward => SubmissionRow(workbook.Id, ward.Key, ward.Value, current.GetValueOrDefault(ward.Key)?.Revision ?? 0)).ToList();
        db.Submissions.AddRange(submissions);
        db.SubmissionFindings.AddRange(known.Findings.Select((finding, index) => FindingRow(workbook.Id, index + 1, finding)));
        var cells = EditableCells.Of(report.Report);
        db.SubmissionEdits.AddRange(sent.Edits.Values.Select((edit, index) => EditRow(workbook.Id, index + 1, edit, cells.GetValueOrDefault(edit.Cell))));
        await db.SaveChangesAsync();
        db.CurrentFigures.AddRange(submissions.SelectMany(CurrentRevisions.CurrentFiguresOf));
        await db.SaveChangesAsync();
        Events = sent.Origin == WorkbookOrigin.Sample
            ? []
            : [.. submissions.Select(s => ReportEvents.Sent(AuditAction.ReportSent, s, current.GetValueOrDefault(s.UnitId), sent.Officer))];
        return new SubmissionOutcome.Accepted(
            workbook.Id,
            [.. submissions.Select(s => new KeptReport(registers.UnitOf(s.UnitId).Key, s.Id, s.Revision))],
            known);
    }

    private Workbook WorkbookRow() => new()
    {
        FileName = sent.FileName,
        Sha256 = sent.File.Sha256,
        Size = sent.File.Size,
        StoredName = storedName,
        ReceivedAt = sent.At,
        SentById = sent.Officer.AccountId,
        SentByName = sent.Officer.Name,
        UnitId = registers.IdOf(sent.Unit.Key),
        Period = sent.Period,
        Origin = sent.Origin,
    };

    private Submission SubmissionRow(int workbookId, int wardId, List<ReportedObservation> observations, int lastRevision) => new()
    {
        UnitId = wardId,
        Period = sent.Period,
        Revision = lastRevision + 1,
        WorkbookId = workbookId,
        Layout = report.Report.Layout,
        SubmittedAt = sent.At,
        SubmittedById = sent.Officer.AccountId,
        SubmittedByName = sent.Officer.Name,
        IsCurrent = true,
        Figures = [.. observations.Select(SubmissionFigures.RowOf)],
    };

    /// <param name="cell">As it was read with the edit: a figure is recorded as the number it was taken for.</param>
    private static SubmissionEdit EditRow(int workbookId, int position, EditedCell edit, EditableCell? cell) => new()
    {
        WorkbookId = workbookId,
        Position = position,
        Sheet = edit.Cell.Sheet,
        Cell = edit.Cell.Address,
        IndicatorCode = edit.IndicatorCode,
        Before = edit.Original,
        After = cell?.Text ?? edit.Text,
        At = edit.At,
        ById = edit.ById,
        ByName = edit.ByName,
    };

    private SubmissionFinding FindingRow(int workbookId, int position, Finding finding)
    {
        var answer = finding.Severity == Severity.Question ? answers.To(finding) : null;
        return new SubmissionFinding
        {
            WorkbookId = workbookId,
            Position = position,
            Code = finding.Code,
            Severity = finding.Severity,
            Sheet = finding.Cell?.Sheet,
            Cell = finding.Cell?.Address,
            TextKey = finding.TextKey,
            Arguments = [.. finding.Arguments],
            IndicatorCode = finding.IndicatorCode,
            Answer = answer,
            AnsweredByName = answer is null ? null : sent.Officer.Name,
        };
    }
}
