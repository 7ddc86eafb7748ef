namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// Takes the sample workbooks in, each territory in the order of time, several territories at once. What an interrupted run has taken in is not taken in again.
/// </summary>
internal sealed class SampleDataLoader(SampleReports reports, SampleIntake intake, SampleDataProgress progress, SampleDataState state)
{
    /// <summary>Territories at once: enough to keep two cores busy while one of them waits for the disk.</summary>
    private const int AtOnce = 3;

    /// <returns>The number of workbooks taken in now.</returns>
    public async Task<int> LoadAsync(SampleSlice slice, CancellationToken cancellationToken)
    {
        try
        {
            progress.Begin(0, 0);
            var work = await reports.OutstandingAsync(slice, cancellationToken);
            progress.Begin(work.Done, work.Done + work.Left);
            await Parallel.ForEachAsync(
                work.Series,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
                TakeSeriesAsync);
            progress.Complete();
            return work.Left;
        }
        catch
        {
            progress.Fail();
            throw;
        }
        finally
        {
            state.Forget();
        }
    }

    private async ValueTask TakeSeriesAsync(IReadOnlyList<SampleReport> series, CancellationToken cancellationToken)
    {
        foreach (var report in series)
        {
            await intake.TakeAsync(report, cancellationToken);
            progress.FileDone();
        }
    }
}
