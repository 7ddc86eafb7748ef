using System.Globalization;
using KpiTracker.Documents.Templates;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Exports;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>The forms and files beside the pages. Whatever is not the officer's looks as if it did not exist.</summary>
internal static class SubmissionEndpoints
{
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapSubmissions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/reports/upload", (HttpContext context, UploadEndpoint upload, CancellationToken ct) => upload.ReceiveAsync(context, ct))
            .RequireAuthorization(Policies.SendReports).RequireRateLimiting(RateLimits.Upload);
        endpoints.MapGet("/reports/drafts/{id:guid}/annotated", AnnotatedAsync).RequireAuthorization(Policies.SendReports).RequireRateLimiting(RateLimits.Export).AddEndpointFilter<FileRecord>();
        endpoints.MapDrafts();
        endpoints.MapPost("/reports/nothing", SendNothingAsync).RequireAuthorization(Policies.SendReports);
        endpoints.MapPost("/submissions/{id:int}/restore", RestoreAsync).RequireAuthorization(Policies.SendReports);
        endpoints.MapPost("/submissions/{id:int}/return", ReturnAsync).RequireAuthorization(Policies.ReturnReports);
        endpoints.MapGet("/submissions/{id:int}/workbook", DownloadAsync).RequireAuthorization(Policies.SeeProgress).RequireRateLimiting(RateLimits.Export).AddEndpointFilter<FileRecord>();
        endpoints.MapGet("/reports/template", TemplateAsync).RequireAuthorization(Policies.SendReports).RequireRateLimiting(RateLimits.Export);
    }

    private static async Task<IResult> SendNothingAsync([FromForm] IFormCollection form, NothingToReport nothing, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        var unit = form["unit"].ToString();
        if (!ReportingPeriod.TryParse(form["period"], out var period))
        {
            return Results.NotFound();
        }

        var officer = await officers.GetAsync(cancellationToken);
        return await nothing.SendAsync(unit, period, form["replaces"] == "true", officer, cancellationToken) switch
        {
            NothingOutcome.Sent sent => Results.LocalRedirect($"/receipts/{sent.ReceiptId}"),
            NothingOutcome.Unchanged unchanged => Results.LocalRedirect($"/receipts/{unchanged.ReceiptId}?unchanged=true"),
            NothingOutcome.WouldReplace => Results.LocalRedirect(QueryHelpers.AddQueryString("/reports/nothing", new Dictionary<string, string?> { ["unit"] = unit, ["period"] = period.ToString(), ["asked"] = "true" })),
            NothingOutcome.Closed => Results.LocalRedirect(QueryHelpers.AddQueryString("/reports/nothing", new Dictionary<string, string?> { ["unit"] = unit, ["period"] = period.ToString() })),
            NothingOutcome.Refused { Reason: SubmissionRefusal.NotYours } => Results.NotFound(),
            NothingOutcome.Refused refused => Results.LocalRedirect($"/reports?problem={refused.Reason}"),
            _ => throw new InvalidOperationException("Saying nothing to report has five endings."),
        };
    }

    private static async Task<IResult> AnnotatedAsync(Guid id, AnnotatedDraft drafts, CurrentOfficer officers, HttpContext context, CancellationToken cancellationToken)
    {
        switch (await drafts.WriteAsync(id, await officers.GetAsync(cancellationToken), CultureInfo.CurrentUICulture, cancellationToken))
        {
            case AnnotatedOutcome.Written written:
                context.Response.RegisterForDispose(written.Folder);
                return Results.File(written.Folder.Output, Spreadsheet, written.FileName);
            case AnnotatedOutcome.NotWritten notWritten:
                return Results.LocalRedirect($"/reports/drafts/{id}?annotated={notWritten.Problem}");
            case AnnotatedOutcome.Refused { Reason: SubmissionRefusal.NotYours }:
                return Results.NotFound();
            default:
                // Gone, unreadable or on record: the draft's page says which.
                return Results.LocalRedirect($"/reports/drafts/{id}");
        }
    }

    private static async Task<IResult> RestoreAsync(int id, [FromForm] string? reason, SubmissionRestore submissions, CurrentOfficer officers, CancellationToken cancellationToken) =>
        await submissions.RestoreAsync(id, reason, await officers.GetAsync(cancellationToken), cancellationToken) switch
        {
            RestoreOutcome.Restored restored => Results.LocalRedirect($"/receipts/{restored.ReceiptId}"),
            RestoreOutcome.ReasonMissing => Results.LocalRedirect($"/submissions/{id}/restore?reason=Missing"),
            RestoreOutcome.Closed => Results.LocalRedirect($"/submissions/{id}?restored=Closed"),
            RestoreOutcome.NothingToRestore => Results.LocalRedirect($"/submissions/{id}?restored=Nothing"),
            _ => Results.NotFound(),
        };

    private static async Task<IResult> ReturnAsync(int id, [FromForm] string? reason, SubmissionReturn submissions, CurrentOfficer officers, CancellationToken cancellationToken) =>
        await submissions.ReturnAsync(id, reason, await officers.GetAsync(cancellationToken), cancellationToken) switch
        {
            ReturnOutcome.Returned => Results.LocalRedirect($"/submissions/{id}?returned=Done"),
            ReturnOutcome.ReasonMissing => Results.LocalRedirect($"/submissions/{id}?returned=Missing"),
            ReturnOutcome.Closed => Results.LocalRedirect($"/submissions/{id}?returned=Closed"),
            ReturnOutcome.NoLongerCurrent => Results.LocalRedirect($"/submissions/{id}?returned=Gone"),
            _ => Results.NotFound(),
        };

    private static async Task<IResult> DownloadAsync(int id, SubmissionQuery submissions, CurrentOfficer officers, CancellationToken cancellationToken) =>
        await submissions.OpenWorkbookAsync(id, await officers.GetAsync(cancellationToken), cancellationToken) is { } workbook
            ? Results.File(workbook.Content, Spreadsheet, workbook.FileName)
            : Results.NotFound();

    private static async Task<IResult> TemplateAsync(
        string? unit,
        string? period,
        TemplateQuery templates,
        CurrentOfficer officers,
        CancellationToken cancellationToken)
    {
        if (!ReportingPeriod.TryParse(period, out var month)
            || await templates.FindAsync(unit, month, await officers.GetAsync(cancellationToken), cancellationToken) is not { } content)
        {
            return Results.NotFound();
        }

        var file = new MemoryStream();
        WardTemplateWriter.Write(content, file);
        file.Position = 0;
        return Results.File(file, Spreadsheet, string.Create(CultureInfo.InvariantCulture, $"mau-bao-cao_{content.Unit.Code}_{month}.xlsx"));
    }
}
