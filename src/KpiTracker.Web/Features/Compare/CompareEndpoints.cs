using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Exports;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Compare;

internal static class CompareEndpoints
{
    public static void MapCompare(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/compare/table/{format}", DownloadAsync).RequireAuthorization(Policies.SeeProgress).RequireRateLimiting(RateLimits.Export).AddEndpointFilter<FileRecord>();

    private static async Task<IResult> DownloadAsync(
        string format,
        string[]? units,
        string? period,
        string? with,
        CompareQuery query,
        CompareTableCells cells,
        CancellationToken cancellationToken)
    {
        if (!TableEndpoints.TryParse(format, out TableFormat wanted))
        {
            return Results.NotFound();
        }

        return await query.AskAsync(CompareChoice.Of(units, period, with), cancellationToken) switch
        {
            CompareAnswer.Found { Comparison: var found } => TableFile.Of(
                cells.Of(found),
                wanted,
                cells.Sheet,
                [cells.Scope(found)],
                SummaryFileName.Of("so-sanh", found.Sides[0].Unit, found.Period, wanted.ToString().ToLowerInvariant())),
            CompareAnswer.Refused { NotYours.Count: > 0 } => Results.StatusCode(StatusCodes.Status403Forbidden),
            _ => Results.NotFound(),
        };
    }
}
