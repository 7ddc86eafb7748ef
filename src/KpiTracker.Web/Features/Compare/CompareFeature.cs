namespace KpiTracker.Web.Features.Compare;

internal static class CompareFeature
{
    public static IServiceCollection AddCompare(this IServiceCollection services) => services.AddScoped<CompareQuery>().AddScoped<CompareTableCells>();
}
