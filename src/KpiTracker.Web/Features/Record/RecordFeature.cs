using KpiTracker.Web.Features.Exports;
using KpiTracker.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Record;

internal static class RecordFeature
{
    public static IServiceCollection AddRecord(this IServiceCollection services) => services
        .AddSingleton<RecordQuery>()
        .AddSingleton<RecordWords>()
        .AddSingleton<RecordTable>();

    public static void MapRecord(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(RecordSearch.Address + "/{format}", DownloadAsync).RequireAuthorization(Policies.Administer).RequireRateLimiting(RateLimits.Export).AddEndpointFilter<FileRecord>();

    private static async Task<IResult> DownloadAsync(
        string format,
        HttpRequest request,
        RecordQuery query,
        RecordTable table,
        IStringLocalizer<RecordTexts> texts,
        CancellationToken cancellationToken)
    {
        if (!TableEndpoints.TryParse(format, out TableFormat wanted))
        {
            return Results.NotFound();
        }

        var lines = await query.AllAsync(RecordSearch.Of(request.Query), cancellationToken);
        return TableFile.Of(table.Of(lines), wanted, texts["Sheet"], [texts["File.Note", RecordQuery.MostInFile]], $"nhat-ky.{wanted.ToString().ToLowerInvariant()}");
    }
}
