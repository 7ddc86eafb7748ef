namespace KpiTracker.Web.Features.Summaries;

internal static class SummaryFeature
{
    public static IServiceCollection AddSummaries(this IServiceCollection services) => services
        .AddSingleton<SummaryGathering>()
        .AddSingleton<SummaryQuery>()
        .AddSingleton<SummaryExport>();
}
