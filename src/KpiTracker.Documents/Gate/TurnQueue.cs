namespace KpiTracker.Documents.Gate;

/// <summary>A few at a time, some waiting, and no more: whoever comes then is told so at once instead of filling the server.</summary>
/// <param name="atOnce">Turns held at the same time.</param>
/// <param name="waiting">Callers that may wait for a turn.</param>
internal sealed class TurnQueue(int atOnce, int waiting) : IDisposable
{
    private readonly SemaphoreSlim _turns = new(atOnce, atOnce);
    private int _callers;

    /// <summary>Waits for a turn; <c>false</c> at once when too many wait already. Every turn taken is given back by <see cref="Leave"/>.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _callers) > atOnce + waiting)
        {
            Interlocked.Decrement(ref _callers);
            return false;
        }

        _turns.Wait();
        return true;
    }

    public void Leave()
    {
        _turns.Release();
        Interlocked.Decrement(ref _callers);
    }

    public void Dispose() => _turns.Dispose();
}
