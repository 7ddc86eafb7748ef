namespace KpiTracker.Web.Features.Dashboard;

internal static class DashboardFeature
{
    public static IServiceCollection AddDashboard(this IServiceCollection services) => services
        .AddSingleton<UnitProgressQuery>()
        .AddScoped<DashboardQuery>()
        .AddSingleton<UnapprovedMonths>()
        .AddScoped<FigureSources>().AddScoped<UnapprovedMonths>();
}
