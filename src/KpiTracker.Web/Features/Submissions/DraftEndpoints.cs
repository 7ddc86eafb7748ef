using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>The forms of a draft's page: plain posts that lead back to it, so that they work without a script.</summary>
internal static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder endpoints)
    {
        var draft = endpoints.MapGroup("/reports/drafts/{id:guid}").RequireAuthorization(Policies.SendReports);
        draft.MapPost("/edits", EditAsync);
        draft.MapPost("/mappings", MapAsync);
        draft.MapPost("/confirm", ConfirmAsync);
        draft.MapPost("/discard", DiscardAsync);
    }

    private static async Task<IResult> EditAsync(Guid id, [FromForm] IFormCollection form, DraftEditing editing, LabelMappings mappings, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var officer = await officers.GetAsync(cancellationToken);
        var outcome = await editing.EditAsync(id, CellForm.Read(form), officer, cancellationToken);
        if (outcome is EditOutcome.Saved && CellForm.CellOf(form[CellForm.Undo].ToString()) is { } cell)
        {
            outcome = await editing.UndoAsync(id, cell, officer, cancellationToken);
        }

        // After the edits: a meaning may turn other cells into figures.
        await SaveMappingsAsync(id, form, mappings, officer, cancellationToken);
        return AfterEdit(id, form, outcome, "checked");
    }

    private static async Task<IResult> MapAsync(Guid id, [FromForm] IFormCollection form, LabelMappings mappings, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var officer = await officers.GetAsync(cancellationToken);
        var outcome = form[MappingForm.Forget].ToString() is { Length: > 0 } key
            ? await mappings.ForgetAsync(id, key, officer, cancellationToken)
            : await mappings.SaveAsync(id, MappingForm.Read(form), officer, cancellationToken);
        return outcome is MappingOutcome.Refused refused ? Refused(refused.Reason) : Results.LocalRedirect(Address(id, form, "checked"));
    }

    private static async Task<IResult> ConfirmAsync(
        Guid id,
        [FromForm] IFormCollection form,
        SubmissionIntake intake,
        DraftEditing editing,
        LabelMappings mappings,
        CurrentOfficer officers,
        IStringLocalizer<SubmissionsTexts> texts,
        CancellationToken cancellationToken)
    {
        var officer = await officers.GetAsync(cancellationToken);
        // What was typed since the page was made has not been seen by anyone: it is checked and shown before it is sent.
        var typed = CellForm.Read(form);
        var outcome = typed.Count > 0 ? await editing.EditAsync(id, typed, officer, cancellationToken) : new EditOutcome.Saved(0);
        var hasMapped = await SaveMappingsAsync(id, form, mappings, officer, cancellationToken);
        if (hasMapped || outcome is EditOutcome.Saved { Cells: > 0 } or EditOutcome.TooMany)
        {
            return AfterEdit(id, form, outcome, "review");
        }

        var answers = SubmissionAnswers.From(AnswerForm.Read(form, texts["Answer.Confirmed"]));
        return await intake.ConfirmAsync(id, answers, officer, cancellationToken) switch
        {
            SubmissionOutcome.Accepted accepted => Results.LocalRedirect($"/receipts/{accepted.ReceiptId}"),
            SubmissionOutcome.Unchanged unchanged => Results.LocalRedirect($"/receipts/{unchanged.ReceiptId}?unchanged=true"),
            SubmissionOutcome.Questioned => Results.LocalRedirect(Address(id, form, "unanswered")),
            SubmissionOutcome.Refused refused => Refused(refused.Reason),
            // What stands against it is what the draft's page shows.
            _ => Results.LocalRedirect(Address(id, form)),
        };
    }

    private static async Task<IResult> DiscardAsync(Guid id, [FromForm] IFormCollection form, ReportDrafts drafts, CurrentOfficer officers, CancellationToken cancellationToken) =>
        await drafts.DiscardAsync(id, await officers.GetAsync(cancellationToken), cancellationToken) is { } discarded
            ? Results.LocalRedirect($"/reports?unit={discarded.Unit.Code}&period={discarded.Period}")
            : Results.NotFound();

    /// <returns>Whether anything was chosen that can be.</returns>
    private static async Task<bool> SaveMappingsAsync(Guid id, IFormCollection form, LabelMappings mappings, Officer officer, CancellationToken cancellationToken) =>
        MappingForm.Read(form) is { Count: > 0 } chosen && await mappings.SaveAsync(id, chosen, officer, cancellationToken) is MappingOutcome.Saved { Labels: > 0 };

    private static IResult AfterEdit(Guid id, IFormCollection form, EditOutcome outcome, string done) => outcome switch
    {
        EditOutcome.Refused refused => Refused(refused.Reason),
        EditOutcome.TooMany => Results.LocalRedirect(Address(id, form, "toomany")),
        _ => Results.LocalRedirect(Address(id, form, done)),
    };

    private static IResult Refused(SubmissionRefusal reason) =>
        reason == SubmissionRefusal.NoSuchDraft ? Results.LocalRedirect("/reports?problem=NoSuchDraft") : Results.NotFound();

    /// <param name="said">What the page says on top.</param>
    private static string Address(Guid id, IFormCollection form, string? said = null)
    {
        var query = new Dictionary<string, string?>();
        if (form["ward"].ToString() is { Length: > 0 and < 20 } ward)
        {
            query["ward"] = ward;
        }

        if (said is not null)
        {
            query["said"] = said;
        }

        return QueryHelpers.AddQueryString($"/reports/drafts/{id}", query);
    }
}
