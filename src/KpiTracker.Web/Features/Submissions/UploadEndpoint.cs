using System.Text;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>
/// Takes an upload straight from the request to the drafts folder, without holding it in memory. The form's small fields stand before the file
/// in the body, so the form token is checked before a byte of the file is stored.
/// </summary>
internal sealed class UploadEndpoint(IAntiforgery antiforgery, CurrentOfficer officers, Registers registers, ReportDrafts drafts)
{
    /// <summary>Beyond this the body is not even read to its end; up to it, a file too large is answered in words.</summary>
    private const long LongestBody = 64L << 20;

    private const int LongestField = 4096;

    public async Task<IResult> ReceiveAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LongestBody;
        }

        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and < 200 } boundary)
        {
            return Results.BadRequest();
        }

        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        try
        {
            var reader = new MultipartReader(boundary, context.Request.Body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                if (section.AsFileSection() is { } file)
                {
                    return await TakeAsync(context, fields, file, cancellationToken);
                }

                if (section.AsFormDataSection() is { } field)
                {
                    fields[field.Name] = await ReadFieldAsync(section.Body, cancellationToken);
                }
            }
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Back(context, fields, nameof(SubmissionRefusal.TooLarge));
        }
        catch (IOException)
        {
            return Back(context, fields, "broken");
        }

        return Back(context, fields, "no-file");
    }

    /// <summary>A field longer than any of the form's own is cut: nothing that it says will be found.</summary>
    private static async Task<string> ReadFieldAsync(Stream body, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(buffer, LongestField, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }

    private async Task<IResult> TakeAsync(HttpContext context, Dictionary<string, StringValues> fields, FileMultipartSection file, CancellationToken cancellationToken)
    {
        // The check looks for the token in the form; the form is being read here, so it is handed what has come of it.
        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        if (file.FileName.Length == 0)
        {
            return Back(context, fields, "no-file");
        }

        if (!ReportingPeriod.TryParse(fields.GetValueOrDefault("period"), out var period))
        {
            return Back(context, fields, "no-month");
        }

        var officer = await officers.GetAsync(cancellationToken);
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var unit = officer.Role == AccountRole.WardOfficer ? officer.Unit : snapshot.Units.FindInSeries(fields.GetValueOrDefault("unit").ToString(), period)?.Key;
        if (unit is null)
        {
            return Back(context, fields, nameof(SubmissionRefusal.UnitNotInPeriod));
        }

        return await drafts.ReceiveAsync(file.FileStream ?? Stream.Null, file.FileName, unit.Value, period, officer, cancellationToken) switch
        {
            DraftOutcome.Received received => Next(context, $"/reports/drafts/{received.DraftId}"),
            DraftOutcome.Refused refused => Back(context, fields, refused.Reason.ToString()),
            _ => throw new InvalidOperationException("An upload is received or refused."),
        };
    }

    private static IResult Back(HttpContext context, Dictionary<string, StringValues> fields, string problem) => Next(
        context,
        QueryHelpers.AddQueryString("/reports", new Dictionary<string, string?>
        {
            ["unit"] = fields.GetValueOrDefault("unit"),
            ["period"] = fields.GetValueOrDefault("period"),
            ["problem"] = problem,
        }));

    /// <summary>A browser follows a redirect; the script, which shows the progress, is told where to go.</summary>
    private static IResult Next(HttpContext context, string address) =>
        context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? Results.Json(new { next = address })
            : Results.LocalRedirect(address);
}
