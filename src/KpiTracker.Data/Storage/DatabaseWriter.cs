using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KpiTracker.Data.Storage;

/// <summary>
/// The one writer of reports. Whoever writes stands in its queue, so that nobody meets a locked database; whatever waits at the same moment
/// is committed together, each piece behind a savepoint of its own, so that one flush to the disk serves them all.
/// </summary>
public sealed class DatabaseWriter : IAsyncDisposable
{
    private const int MostTogether = 64;

    private readonly IDbContextFactory<KpiTrackerDbContext> _dbFactory;
    private readonly Channel<Job> _queue = Channel.CreateBounded<Job>(new BoundedChannelOptions(1024) { SingleReader = true });
    private readonly Task _writing;

    public DatabaseWriter(IDbContextFactory<KpiTrackerDbContext> dbFactory)
    {
        _dbFactory = dbFactory;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Runs a piece of work in a transaction; when this returns, it is on the disk, and when it throws, none of it is.</summary>
    /// <param name="work">Short: it holds everyone else up. It saves its changes, and leaves the transaction alone. It sees the request it was asked in.</param>
    /// <param name="cancellationToken">Ends the waiting; work that has begun is finished.</param>
    public async Task<T> WriteAsync<T>(Func<KpiTrackerDbContext, Task<T>> work, CancellationToken cancellationToken = default)
    {
        var job = new Job<T>(work, cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var ending = "failed";
        try
        {
            await _queue.Writer.WriteAsync(job, cancellationToken);
            var result = await job.Result;
            ending = "committed";
            return result;
        }
        finally
        {
            StorageMetrics.WriteDuration.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
            StorageMetrics.Writes.Add(1, new KeyValuePair<string, object?>("ending", ending));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAllAsync()
    {
        await foreach (var first in _queue.Reader.ReadAllAsync())
        {
            await WriteTogetherAsync(first);
        }
    }

    private async Task WriteTogetherAsync(Job first)
    {
        List<Job> written = [];
        Job? current = first;
        try
        {
            await using var db = await _dbFactory.CreateDbContextAsync();
            // SQLite's BEGIN IMMEDIATE: it waits for a writer in another process now, and cannot fail for one later.
            await using var transaction = await db.Database.BeginTransactionAsync();
            do
            {
                if (await TryRunAsync(current, db, transaction))
                {
                    written.Add(current);
                }

                current = null;
            }
            while (written.Count < MostTogether && _queue.Reader.TryRead(out current));
            await transaction.CommitAsync();
        }
        catch (Exception e)
        {
            current?.Fail(e);
            written.ForEach(job => job.Fail(e));
            return;
        }

        written.ForEach(job => job.Succeed());
    }

    private static async Task<bool> TryRunAsync(Job job, KpiTrackerDbContext db, IDbContextTransaction transaction)
    {
        const string Before = "before_job";
        if (job.IsAbandoned)
        {
            return false;
        }

        await transaction.CreateSavepointAsync(Before);
        try
        {
            await job.RunAsync(db);
            await transaction.ReleaseSavepointAsync(Before);
            return true;
        }
        catch (Exception e)
        {
            job.Fail(e);
            // A full disk has often ended the whole transaction: there is nothing to go back to, and whatever was written before is gone for the same reason.
            if (StorageTrouble.Is(e))
            {
                throw;
            }

            await transaction.RollbackToSavepointAsync(Before);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private abstract class Job
    {
        /// <summary>Whether nobody waits for it any more; then it ends here.</summary>
        public abstract bool IsAbandoned { get; }

        public abstract Task RunAsync(KpiTrackerDbContext db);

        public abstract void Succeed();

        public abstract void Fail(Exception reason);
    }

    private sealed class Job<T>(Func<KpiTrackerDbContext, Task<T>> work, CancellationToken cancellationToken) : Job
    {
        private readonly TaskCompletionSource<T> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // The queue has no request of its own: who is asking flows with the job, not with the queue.
        private readonly ExecutionContext? _asked = ExecutionContext.Capture();
        private T _result = default!;

        public Task<T> Result => _ended.Task;

        public override bool IsAbandoned => cancellationToken.IsCancellationRequested && _ended.TrySetCanceled(cancellationToken);

        public override async Task RunAsync(KpiTrackerDbContext db)
        {
            Task<T>? running = null;
            if (_asked is not null)
            {
                ExecutionContext.Run(_asked, _ => running = work(db), null);
            }

            _result = await (running ?? work(db));
        }

        public override void Succeed() => _ended.TrySetResult(_result);

        public override void Fail(Exception reason) => _ended.TrySetException(reason);
    }
}
