namespace KpiTracker.Web.Features.SampleData;

internal enum SampleDataStage
{
    /// <summary>No sample data is being loaded: it was not asked for.</summary>
    Idle,
    Loading,

    /// <summary>Everything was taken in since the program started, or was there already.</summary>
    Complete,

    /// <summary>The loading broke off; what was taken in stays, the log says why, and the next start goes on from there.</summary>
    Failed,
}

/// <summary>How far the loading of the sample data is, at one moment.</summary>
/// <param name="FilesTotal">0 until the loading has counted what there is to do.</param>
internal sealed record SampleDataProgressNow(SampleDataStage Stage, int FilesDone, int FilesTotal)
{
    /// <summary>0–100, whole; 100 only when every file is in.</summary>
    public int Percent => FilesTotal == 0 ? 0 : FilesDone * 100 / FilesTotal;
}

/// <summary>How far the loading of the sample data is; one for the whole program, read by the sign-in page while the loader works.</summary>
internal sealed class SampleDataProgress
{
    private readonly Lock _lock = new();
    private SampleDataProgressNow _now = new(SampleDataStage.Idle, 0, 0);

    public SampleDataProgressNow Now
    {
        get
        {
            lock (_lock)
            {
                return _now;
            }
        }
    }

    public void Begin(int filesDone, int filesTotal) => Become(_ => new SampleDataProgressNow(SampleDataStage.Loading, filesDone, filesTotal));

    public void FileDone() => Become(now => now with { FilesDone = now.FilesDone + 1 });

    public void Complete() => Become(now => now with { Stage = SampleDataStage.Complete });

    public void Fail() => Become(now => now with { Stage = SampleDataStage.Failed });

    /// <summary>There is none any more.</summary>
    public void Forget() => Become(_ => new SampleDataProgressNow(SampleDataStage.Idle, 0, 0));

    private void Become(Func<SampleDataProgressNow, SampleDataProgressNow> next)
    {
        lock (_lock)
        {
            _now = next(_now);
        }
    }
}
