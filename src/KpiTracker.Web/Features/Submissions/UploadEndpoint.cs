using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>Takes an upload straight from the request to the drafts folder, without holding it in memory.</summary>
internal sealed class UploadEndpoint(IAntiforgery antiforgery, CurrentOfficer officers, Registers registers, ReportDrafts drafts)
{
    /// <summary>Beyond this the body is not even read to its end; up to it, a file too large is answered in words.</summary>
    private const long LongestBody = 64L << 20;

    public async Task<IResult> ReceiveAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (StreamedForm.Of(context, antiforgery, LongestBody) is not { } form)
        {
            return Results.BadRequest();
        }

        try
        {
            return await form.NextFileAsync(cancellationToken) is { } file
                ? await TakeAsync(context, form, file, cancellationToken)
                : Back(context, form, "no-file");
        }
        catch (AntiforgeryValidationException)
        {
            return Results.BadRequest();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Back(context, form, nameof(SubmissionRefusal.TooLarge));
        }
        catch (IOException)
        {
            return Back(context, form, "broken");
        }
    }

    private async Task<IResult> TakeAsync(HttpContext context, StreamedForm form, FileMultipartSection file, CancellationToken cancellationToken)
    {
        if (file.FileName.Length == 0)
        {
            return Back(context, form, "no-file");
        }

        if (!ReportingPeriod.TryParse(form.Field("period"), out var period))
        {
            return Back(context, form, "no-month");
        }

        var officer = await officers.GetAsync(cancellationToken);
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var unit = officer.Role == AccountRole.WardOfficer ? WardOf(officer, form.Field("unit")) : snapshot.Units.FindInSeries(form.Field("unit"), period)?.Key;
        if (unit is null)
        {
            return Back(context, form, nameof(SubmissionRefusal.UnitNotInPeriod));
        }

        return await drafts.ReceiveAsync(file.FileStream ?? Stream.Null, file.FileName, unit.Value, period, officer, cancellationToken) switch
        {
            DraftOutcome.Received received => UploadAnswer.Next(context, $"/reports/drafts/{received.DraftId}"),
            DraftOutcome.Refused refused => Back(context, form, refused.Reason.ToString()),
            _ => throw new InvalidOperationException("An upload is received or refused."),
        };
    }

    /// <summary>Whoever has one ward sends for it, whatever the form says; whoever has several says for which.</summary>
    private static UnitKey? WardOf(Officer officer, string code) =>
        officer.Units is [var only] ? only : officer.Units.Where(own => own.Code == code).Select(own => (UnitKey?)own).FirstOrDefault();

    private static IResult Back(HttpContext context, StreamedForm form, string problem) => UploadAnswer.Back(context, "/reports", form, problem);
}

/// <summary>What follows an upload: a browser is redirected; the script, which shows the progress, is told where to go.</summary>
internal static class UploadAnswer
{
    public static IResult Next(HttpContext context, string address) =>
        context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? Results.Json(new { next = address })
            : Results.LocalRedirect(address);

    /// <summary>To the page that the form stands on, with its unit and month as chosen.</summary>
    /// <param name="problem">Key of the sentence to show there.</param>
    public static IResult Back(HttpContext context, string page, StreamedForm form, string problem) => Next(
        context,
        QueryHelpers.AddQueryString(page, new Dictionary<string, string?>
        {
            ["unit"] = form.Field("unit"),
            ["period"] = form.Field("period"),
            ["problem"] = problem,
        }));
}
