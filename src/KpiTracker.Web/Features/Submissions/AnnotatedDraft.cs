using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Annotated;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Isolation;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the marking of a draft's workbook ended.</summary>
internal abstract record AnnotatedOutcome
{
    private AnnotatedOutcome()
    {
    }

    /// <param name="Folder">Holds the workbook; whoever has sent it disposes of it.</param>
    /// <param name="FileName">For the officer to save it under.</param>
    public sealed record Written(WorkFolder Folder, string FileName) : AnnotatedOutcome;

    public sealed record NotWritten(AnnotationProblem Problem) : AnnotatedOutcome;

    /// <summary>There is nothing to mark: the draft cannot be read, or is on record already. Its page says so.</summary>
    public sealed record NothingToMark : AnnotatedOutcome;

    public sealed record Refused(SubmissionRefusal Reason) : AnnotatedOutcome;
}

/// <summary>Why a workbook that could be read could not be marked; each has its sentence.</summary>
public enum AnnotationProblem
{
    /// <summary>Too many are being worked on.</summary>
    Busy,

    TooSlow,

    /// <summary>It is built in a way in which nothing can be added to it safely.</summary>
    NotPossible,
}

/// <summary>Marks a draft's findings in the officer's own workbook. Stores nothing.</summary>
internal sealed class AnnotatedDraft(ReportDrafts drafts, ReportReading reading, WorkbookFiles files, IStringLocalizer<DraftTexts> texts, ILogger<AnnotatedDraft> log)
{
    private const string Marked = "_da-kiem-tra";

    /// <param name="language">Of the list and the comments.</param>
    public async Task<AnnotatedOutcome> WriteAsync(Guid draftId, Officer officer, CultureInfo language, CancellationToken cancellationToken)
    {
        switch (await drafts.FindAsync(draftId, officer, cancellationToken))
        {
            case FoundDraft.Refused refused:
                return new AnnotatedOutcome.Refused(refused.Reason);
            case FoundDraft.Waiting { Sent: var sent } when await reading.ReadAsync(sent, cancellationToken) is ReadReport.Checked read:
                IReadOnlyList<CellNote> notes = [.. read.Report.Findings.Select(f => NoteOf(f, language)), .. NotesOfEdits(sent, read.Report.Report)];
                return await OwnThread.RunAsync(() => Write(sent, notes, language), cancellationToken);
            default:
                return new AnnotatedOutcome.NothingToMark();
        }
    }

    private AnnotatedOutcome Write(SentWorkbook sent, IReadOnlyList<CellNote> notes, CultureInfo language)
    {
        var folder = new WorkFolder();
        using var workbook = files.OpenDraft(sent.File.Name);
        var ending = AnnotatedWorkbook.Write(workbook, sent.FileName, notes, language, folder);
        if (ending is IsolatedEnding.Done)
        {
            return new AnnotatedOutcome.Written(folder, NameOf(sent.FileName));
        }

        folder.Dispose();
        log.LogWarning("The workbook {Sha256} was not marked: {Ending}", sent.File.Sha256, ending);
        return new AnnotatedOutcome.NotWritten(ending switch
        {
            IsolatedEnding.Refused { Reason: UnreadableReason.Busy } => AnnotationProblem.Busy,
            IsolatedEnding.TooSlow or IsolatedEnding.Refused { Reason: UnreadableReason.TooSlow } => AnnotationProblem.TooSlow,
            _ => AnnotationProblem.NotPossible,
        });
    }

    /// <summary>A workbook with macros keeps its ending, without which Excel would not open it; an old one becomes a new one.</summary>
    internal static string NameOf(string fileName) =>
        Path.GetFileNameWithoutExtension(fileName) + Marked + (fileName.EndsWith(".xlsm", StringComparison.OrdinalIgnoreCase) ? ".xlsm" : ".xlsx");

    /// <summary>The file stays as it was sent: whoever uploads it again would send the old values.</summary>
    private IEnumerable<CellNote> NotesOfEdits(SentWorkbook sent, WardReport report)
    {
        var cells = EditableCells.Of(report);
        return sent.Edits.Values.Select(edit =>
        {
            var now = cells.GetValueOrDefault(edit.Cell)?.Text ?? edit.Text;
            var message = now.Length == 0 ? texts["Edit.InFile.Empty"] : texts["Edit.InFile", now];
            return new CellNote(edit.Cell.Sheet, edit.Cell.Address, Severity.Warning, string.Empty, message, texts["Edit.InFile.Mend"]);
        });
    }

    private static CellNote NoteOf(Finding finding, CultureInfo language) =>
        new(finding.Cell?.Sheet, finding.Cell?.Address, finding.Severity, finding.Code, finding.Message(language), finding.Mend(language));
}
