using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Takes many files in one request, each straight to the drafts folder.</summary>
internal sealed class BatchUpload(IAntiforgery antiforgery, CurrentOfficer officers, BatchReceiving receiving, TimeProvider time)
{
    public async Task<IResult> ReceiveAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (StreamedForm.Of(context, antiforgery, BatchLimits.LongestBody) is not { } form)
        {
            return Results.BadRequest();
        }

        try
        {
            return await form.NextFileAsync(cancellationToken) is { } first
                ? await TakeAsync(context, form, first, cancellationToken)
                : Back(context, form, "no-file");
        }
        catch (AntiforgeryValidationException)
        {
            return Results.BadRequest();
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Back(context, form, "TooLargeTogether");
        }
        catch (IOException)
        {
            return Back(context, form, "broken");
        }
    }

    private async Task<IResult> TakeAsync(HttpContext context, StreamedForm form, FileMultipartSection first, CancellationToken cancellationToken)
    {
        if (!ReportingPeriod.TryParse(form.Field("period"), out var period))
        {
            return Back(context, form, "no-month");
        }

        var officer = await officers.GetAsync(cancellationToken);
        var (batch, problem) = await receiving.BeginAsync(form.Field("unit"), period, officer, time.GetUtcNow(), cancellationToken);
        if (batch is null)
        {
            return Back(context, form, problem!);
        }

        try
        {
            await AddAllAsync(form, first, batch, cancellationToken);
            return await receiving.FinishAsync(batch, cancellationToken) switch
            {
                BatchOutcome.Received received => UploadAnswer.Next(context, $"/reports/batches/{received.BatchId}"),
                BatchOutcome.Refused refused => Back(context, form, refused.Problem),
                _ => throw new InvalidOperationException("A batch is received or refused."),
            };
        }
        catch
        {
            receiving.Abandon(batch);
            throw;
        }
    }

    private async Task AddAllAsync(StreamedForm form, FileMultipartSection first, IncomingBatch batch, CancellationToken cancellationToken)
    {
        for (FileMultipartSection? file = first; file is not null && !BatchReceiving.IsOverLimits(batch); file = await form.NextFileAsync(cancellationToken))
        {
            // A file control that was left empty sends a file without a name.
            if (file is { FileName.Length: > 0, FileStream: { } content })
            {
                await receiving.AddAsync(batch, content, file.FileName, cancellationToken);
            }
        }
    }

    private static IResult Back(HttpContext context, StreamedForm form, string problem) => UploadAnswer.Back(context, "/reports/batches/new", form, problem);
}
