namespace KpiTracker.Web.Features.Batches;

/// <summary>Works in the background at whatever the database says is waiting: at start what an earlier run left, then whenever it is woken.</summary>
internal sealed class BatchQueue(BatchWork work, BatchSignal signal, TimeProvider time, ILogger<BatchQueue> log) : BackgroundService
{
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await TryWorkAsync(stoppingToken);
                await signal.WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is not done stands in the database as it did.
        }
    }

    /// <summary>A file that cannot be read is the work's matter; what comes here is the database or the disk, and passes or is mended.</summary>
    private async Task TryWorkAsync(CancellationToken cancellationToken)
    {
        try
        {
            await work.RunUntilEmptyAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Batches stand still; they go on in {Pause}", PauseAfterTrouble);
            await Task.Delay(PauseAfterTrouble, time, cancellationToken);
            signal.Wake();
        }
    }
}
