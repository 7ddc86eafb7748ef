using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>How the typing over of a draft's cells ended.</summary>
internal abstract record EditOutcome
{
    private EditOutcome()
    {
    }

    /// <param name="Cells">How many cells hold something else than before; none when nothing was changed.</param>
    public sealed record Saved(int Cells) : EditOutcome;

    /// <summary>More than <see cref="DraftEditing.MostEdits"/> for one draft: mending the file is less work.</summary>
    public sealed record TooMany : EditOutcome;

    /// <summary>The draft is on record already, or nothing can be read of it.</summary>
    public sealed record NothingToEdit : EditOutcome;

    public sealed record Refused(SubmissionRefusal Reason) : EditOutcome;
}

/// <summary>Types over cells of a draft: each edit is logged with who and when, the latest of a cell holds, the file stays as it was sent.</summary>
internal sealed class DraftEditing(ReportDrafts drafts, ReportReading reading, DatabaseWriter writer, AuditTrail audit, TimeProvider time)
{
    /// <summary>Characters; the longest name of a unit has half as many.</summary>
    public const int LongestText = 120;

    /// <summary>Whoever retypes more than this does not mend a report, but writes another one.</summary>
    public const int MostEdits = 5000;

    // Beyond this the record says how many there were; each stands with the draft, and with the report once it is sent.
    private const int MostRecorded = 50;

    /// <param name="typed">Cells of no figure and no unit's name are left alone, as are those that say what the preview says.</param>
    public async Task<EditOutcome> EditAsync(Guid draftId, IReadOnlyCollection<TypedCell> typed, Officer officer, CancellationToken cancellationToken)
    {
        var found = await drafts.FindAsync(draftId, officer, cancellationToken);
        if (found is FoundDraft.Refused refused)
        {
            return new EditOutcome.Refused(refused.Reason);
        }

        if (found is not FoundDraft.Waiting { Sent: var sent } || await reading.ReadAsync(sent, cancellationToken) is not ReadReport.Checked read)
        {
            return new EditOutcome.NothingToEdit();
        }

        var changes = Changes(typed, EditableCells.Of(read.Report.Report), sent.Edits).ToList();
        return changes.Count == 0 ? new EditOutcome.Saved(0) : await writer.WriteAsync(db => LogAsync(db, draftId, changes, officer), cancellationToken);
    }

    /// <summary>Puts back what the file holds in one cell; logged like any other edit.</summary>
    public async Task<EditOutcome> UndoAsync(Guid draftId, CellRef cell, Officer officer, CancellationToken cancellationToken)
    {
        switch (await drafts.FindAsync(draftId, officer, cancellationToken))
        {
            case FoundDraft.Waiting { Sent: var sent } when sent.Edits.TryGetValue(cell, out var edited):
                // The cell of a row that is left out is in no report.
                var own = new EditableCell(cell, edited.Text, edited.Text, edited.IndicatorCode, false);
                return await writer.WriteAsync(db => LogAsync(db, draftId, [(own, edited.Text, edited.Original)], officer), cancellationToken);
            case FoundDraft.Refused refused:
                return new EditOutcome.Refused(refused.Reason);
            case FoundDraft.Confirmed:
                return new EditOutcome.NothingToEdit();
            default:
                return new EditOutcome.Saved(0);
        }
    }

    private static IEnumerable<(EditableCell Cell, string Before, string After)> Changes(
        IEnumerable<TypedCell> typed,
        IReadOnlyDictionary<CellRef, EditableCell> cells,
        IReadOnlyDictionary<CellRef, EditedCell> edited)
    {
        foreach (var (at, text) in typed.DistinctBy(t => t.Cell))
        {
            var clean = Clean(text);
            var edit = edited.GetValueOrDefault(at);
            if (cells.TryGetValue(at, out var cell) && clean != cell.Text && (edit is not null || clean != cell.Written))
            {
                var original = edit?.Original ?? cell.Written;
                var isFigure = cell is { IndicatorCode: not null, IsPercent: false };
                var after = isFigure ? EditableCells.WithoutThousands(clean) : clean;
                var isBack = clean == original || (isFigure && after == EditableCells.WithoutThousands(original));
                yield return (cell, edit is null ? original : cell.Text, isBack ? original : after);
            }
        }
    }

    private async Task<EditOutcome> LogAsync(KpiTrackerDbContext db, Guid draftId, List<(EditableCell Cell, string Before, string After)> changes, Officer officer)
    {
        if (await db.ReportDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == draftId && d.ReceiptId == null) is not { } draft)
        {
            return new EditOutcome.NothingToEdit();
        }

        var last = await db.DraftEdits.Where(e => e.DraftId == draftId).MaxAsync(e => (int?)e.Position) ?? 0;
        if (last + changes.Count > MostEdits)
        {
            return new EditOutcome.TooMany();
        }

        db.DraftEdits.AddRange(changes.Select((change, index) => new DraftEdit
        {
            DraftId = draftId,
            Position = last + index + 1,
            Sheet = change.Cell.Cell.Sheet,
            Cell = change.Cell.Cell.Address,
            IndicatorCode = change.Cell.IndicatorCode,
            Before = change.Before,
            After = change.After,
            At = time.GetUtcNow(),
            ById = officer.AccountId,
            ByName = officer.Name,
        }));
        await audit.AppendAsync(db, EventOf(draft, changes, officer));
        return new EditOutcome.Saved(changes.Count);
    }

    /// <summary>The record names the cells; of what stood in them only figures, never words.</summary>
    private static AuditEvent EventOf(ReportDraft draft, List<(EditableCell Cell, string Before, string After)> changes, Officer officer)
    {
        var figures = changes.Where(c => c.Cell.IndicatorCode is not null).Take(MostRecorded).ToList();
        return new AuditEvent(AuditAction.CellsEdited, AuditEvent.Of("draft", draft.Id))
        {
            By = officer,
            UnitId = draft.UnitId,
            Before = AuditDetails.Of([.. figures.Select(c => (NameOf(c.Cell), (object?)c.Before))]),
            After = AuditDetails.Of([("cells", changes.Count), .. figures.Select(c => (NameOf(c.Cell), (object?)c.After))]),
        };

        static string NameOf(EditableCell cell) => $"{cell.Cell.Sheet}!{cell.Cell.Address}";
    }

    private static string Clean(string text)
    {
        var clean = new string([.. text.Where(c => !char.IsControl(c))]).Trim();
        return clean.Length <= LongestText ? clean : clean[..LongestText];
    }
}
