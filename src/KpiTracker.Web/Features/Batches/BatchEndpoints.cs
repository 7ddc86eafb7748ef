using KpiTracker.Data.Accounts;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Exports;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Batches;

/// <summary>The forms and files beside the pages. Whatever is not the officer's looks as if it did not exist.</summary>
internal static class BatchEndpoints
{
    public static void MapBatches(this IEndpointRouteBuilder endpoints)
    {
        var batches = endpoints.MapGroup("/reports/batches").RequireAuthorization(Policies.SendBatches);
        batches.MapPost("", (HttpContext context, BatchUpload upload, CancellationToken ct) => upload.ReceiveAsync(context, ct)).RequireRateLimiting(RateLimits.Upload);
        batches.MapPost("/{batch:guid}/confirm", (Guid batch, [FromForm] IFormCollection form, BatchActions actions, CurrentOfficer officers, CancellationToken ct) =>
            AnswerAsync(batch, officers, officer => actions.ConfirmAsync(batch, officer, ct), ct));
        batches.MapPost("/{batch:guid}/retry", (Guid batch, [FromForm] IFormCollection form, BatchActions actions, CurrentOfficer officers, CancellationToken ct) =>
            AnswerAsync(batch, officers, officer => actions.RetryFailedAsync(batch, officer, ct), ct));
        batches.MapPost("/{batch:guid}/files/{position:int}", DecideAsync);
        batches.MapPost("/{batch:guid}/discard", DiscardAsync);
        batches.MapGet("/{batch:guid}/progress", ProgressAsync);
        batches.MapGet("/{batch:guid}/results", ResultsAsync).RequireRateLimiting(RateLimits.Export).AddEndpointFilter<FileRecord>();
    }

    /// <summary>What the sender decides about one file; the field <c>decision</c> is the button pressed.</summary>
    private static Task<IResult> DecideAsync(
        Guid batch,
        int position,
        [FromForm] IFormCollection form,
        BatchActions actions,
        CurrentOfficer officers,
        CancellationToken cancellationToken) =>
        AnswerAsync(
            batch,
            officers,
            officer => form["decision"].ToString() switch
            {
                "ward" => actions.ChooseWardAsync(batch, position, form[$"ward-{position}"].ToString(), officer, cancellationToken),
                "only" => actions.TakeOnlyAsync(batch, position, officer, cancellationToken),
                "leave" => actions.LeaveOutAsync(batch, position, officer, cancellationToken),
                "retry" => actions.RetryAsync(batch, position, officer, cancellationToken),
                _ => Task.FromResult(BatchActionOutcome.NotFound),
            },
            cancellationToken,
            position);

    private static async Task<IResult> DiscardAsync(
        Guid batch,
        [FromForm] IFormCollection form,
        BatchRemoval removal,
        CurrentOfficer officers,
        CancellationToken cancellationToken) =>
        await removal.DiscardAsync(batch, await officers.GetAsync(cancellationToken), cancellationToken) switch
        {
            BatchActionOutcome.Done => Results.LocalRedirect("/reports"),
            BatchActionOutcome.NotFound => Results.NotFound(),
            var other => Results.LocalRedirect($"/reports/batches/{batch}?problem={other}"),
        };

    /// <summary>For the script that watches: as little as it takes to draw the bar.</summary>
    private static async Task<IResult> ProgressAsync(
        Guid batch,
        BatchQuery batches,
        CurrentOfficer officers,
        IStringLocalizer<BatchesTexts> texts,
        CancellationToken cancellationToken) =>
        await batches.CountAsync(batch, await officers.GetAsync(cancellationToken), cancellationToken) is not { } counts
            ? Results.NotFound()
            : Results.Json(new { done = counts.Done, total = counts.ToDo, text = texts.Progress(counts), working = counts.IsWorking });

    private static async Task<IResult> ResultsAsync(
        Guid batch,
        BatchQuery batches,
        CurrentOfficer officers,
        IStringLocalizer<BatchesTexts> texts,
        CancellationToken cancellationToken) =>
        await batches.FindAsync(batch, await officers.GetAsync(cancellationToken), cancellationToken) is { } found
            ? Results.File(BatchResults.Write(found, texts), "text/csv; charset=utf-8", $"ket-qua-nop-nhieu-tep_{found.Unit.Code}_{found.Period}.csv")
            : Results.NotFound();

    private static async Task<IResult> AnswerAsync(
        Guid batch,
        CurrentOfficer officers,
        Func<Officer, Task<BatchActionOutcome>> act,
        CancellationToken cancellationToken,
        int? position = null) =>
        await act(await officers.GetAsync(cancellationToken)) switch
        {
            BatchActionOutcome.Done or BatchActionOutcome.TooLate => Results.LocalRedirect($"/reports/batches/{batch}"),
            BatchActionOutcome.NotFound => Results.NotFound(),
            var other => Results.LocalRedirect($"/reports/batches/{batch}?problem={other}{(position is null ? string.Empty : $"&file={position}")}"),
        };
}
