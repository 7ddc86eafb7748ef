namespace KpiTracker.Web.Features.Batches;

internal static class BatchesFeature
{
    /// <summary>The use cases, without the worker in the background: a command or a test that works by itself adds only these.</summary>
    public static IServiceCollection AddBatchUseCases(this IServiceCollection services) => services
        .AddSingleton<BatchSignal>()
        .AddSingleton<ArchiveUnpacking>()
        .AddSingleton<BatchReceiving>()
        .AddSingleton<FileUnits>()
        .AddSingleton<BatchCheck>()
        .AddSingleton<BatchSending>()
        .AddSingleton<BatchWork>()
        .AddSingleton<BatchActions>()
        .AddSingleton<BatchRemoval>()
        .AddSingleton<BatchQuery>();

    public static IServiceCollection AddBatches(this IServiceCollection services) => services
        .AddBatchUseCases()
        .AddScoped<BatchUpload>()
        .AddHostedService<BatchQueue>();
}
