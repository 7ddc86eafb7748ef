using KpiTracker.Data.Record;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// Takes the sample workbooks in, each territory in the order of time, several territories at once. What an interrupted run has taken in is not taken in again.
/// </summary>
internal sealed class SampleDataLoader(SampleReports reports, SampleIntake intake, SampleReviews reviews, SampleDataProgress progress, SampleDataState state, AuditTrail audit)
{
    /// <summary>Territories at once: enough to keep two cores busy while one of them waits for the disk.</summary>
    private const int AtOnce = 3;

    /// <param name="by">Who asked for it; <c>null</c>: the command line, or the program itself at its start.</param>
    /// <returns>The number of workbooks taken in now. The record has one line for all of them: a line each would outlive the removal of the data.</returns>
    public async Task<int> LoadAsync(SampleSlice slice, CancellationToken cancellationToken, AuditPerson? by = null)
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
            if (slice.IsReviewed)
            {
                await reviews.ApproveAsync(cancellationToken);
            }

            if (work.Left > 0)
            {
                await audit.RecordAsync(new AuditEvent(AuditAction.SampleDataLoaded, "sample-data") { By = by, After = AuditDetails.Of(("workbooks", work.Left)) }, cancellationToken);
            }

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
