namespace KpiTracker.Web.Hosting;

/// <summary>
/// Runs the reading of an upload on a thread of its own. Reading waits for its turn and then counts; on the threads that serve requests,
/// a handful of slow files would keep everyone waiting.
/// </summary>
internal static class OwnThread
{
    public static Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(work, cancellationToken, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
}
