using System.Globalization;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Exports;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Summaries;

internal static class SummaryEndpoints
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapSummaries(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/summaries/{code}/xlsx", DownloadAsync).RequireAuthorization(Policies.SeeProgress).RequireRateLimiting(RateLimits.Export).AddEndpointFilter<FileRecord>();

    private static async Task<IResult> DownloadAsync(string code, string? period, SummaryExport export, CurrentOfficer officers, CancellationToken cancellationToken)
    {
        if (!ReportingPeriod.TryParse(period, out var month))
        {
            return Results.NotFound();
        }

        var file = new MemoryStream();
        var answer = await export.WriteAsync(code, month, file, await officers.GetAsync(cancellationToken), CultureInfo.CurrentUICulture, cancellationToken);
        file.Position = 0;
        return answer switch
        {
            SummaryAnswer.Found found => Results.File(file, Workbook, found.FileName),
            SummaryAnswer.NotYours => Results.StatusCode(StatusCodes.Status403Forbidden),
            _ => Results.NotFound(),
        };
    }
}
