namespace KpiTracker.Web.Features.SampleData;

internal static class SampleDataFeature
{
    /// <summary>To be added after whatever prepares the database: at start it asks the database at once.</summary>
    public static IServiceCollection AddSampleData(this IServiceCollection services) => services
        .AddSingleton<SampleDataProgress>()
        .AddSingleton<SampleDataState>()
        .AddSingleton<SampleReports>()
        .AddSingleton<SampleIntake>()
        .AddSingleton<SampleDataLoader>()
        .AddSingleton<SampleDataRemoval>()
        .AddScoped<SampleAccounts>()
        .AddHostedService<SampleDataAtStart>();
}
