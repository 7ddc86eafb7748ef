namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Makes whoever guesses wait: for a name from one address, longer each time. Somebody who comes from another address notices nothing, so that nobody
/// can be locked out by others. It counts written names, whether there is such an account or not, and so tells nothing about them. Kept in memory;
/// <see cref="SignInWaits"/> carries over a restart what has come to a wait.
/// </summary>
internal sealed class BackOff(TimeProvider time)
{
    /// <summary>So many wrong tries in a row cost nothing.</summary>
    public const int FreeTries = 5;

    public static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    /// <summary>After so long without a try, all is forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    internal const int MostRemembered = 20_000;

    private const int LongestName = 256;

    private readonly Dictionary<(string Name, string Address), Standing> _tries = [];
    private readonly Lock _turn = new();

    /// <summary>Counts a try before it is made, so that many at the same moment are counted too.</summary>
    /// <returns>How long to wait instead of trying; <c>null</c>: go on.</returns>
    public TimeSpan? Begin(string name, string address)
    {
        var (key, now) = (KeyOf(name, address), time.GetUtcNow());
        lock (_turn)
        {
            MakeRoom(now);
            var earlier = _tries.TryGetValue(key, out var known) && now - known.LastAt < Memory ? known : new Standing(0, now, now, Guid.NewGuid().ToString("N"));
            if (earlier.Until > now)
            {
                return earlier.Until - now;
            }

            var count = earlier.Tries + 1;
            _tries[key] = earlier with { Tries = count, LastAt = now, Until = count < FreeTries ? now : now + WaitAfter(count) };
            return null;
        }
    }

    /// <summary>The try was right: the row of wrong ones has ended.</summary>
    /// <returns>What was known; <c>null</c> for nothing.</returns>
    public Standing? Forgive(string name, string address)
    {
        lock (_turn)
        {
            return _tries.Remove(KeyOf(name, address), out var known) ? known : null;
        }
    }

    /// <summary>The try was not made after all. What was wrong before stays wrong: else whoever keeps the server busy could begin anew.</summary>
    public void TakeBack(string name, string address)
    {
        lock (_turn)
        {
            if (_tries.TryGetValue(KeyOf(name, address), out var known))
            {
                _tries[KeyOf(name, address)] = known with { Tries = Math.Max(0, known.Tries - 1), Until = time.GetUtcNow() };
            }
        }
    }

    /// <returns>What somebody has come to who has to wait; <c>null</c> for nobody.</returns>
    public Standing? Find(string name, string address)
    {
        lock (_turn)
        {
            return _tries.TryGetValue(KeyOf(name, address), out var known) && known.Tries >= FreeTries ? known : null;
        }
    }

    /// <summary>As it was before a restart.</summary>
    public void Restore(string name, string address, Standing standing)
    {
        lock (_turn)
        {
            _tries[KeyOf(name, address)] = standing;
        }
    }

    /// <summary>1, 2, 4, 8 minutes and then a quarter of an hour.</summary>
    private static TimeSpan WaitAfter(int tries)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(tries - FreeTries, 10));
        return wait < LongestWait ? wait : LongestWait;
    }

    private static (string Name, string Address) KeyOf(string name, string address) =>
        (name[..Math.Min(name.Length, LongestName)].ToUpperInvariant(), address);

    private void MakeRoom(DateTimeOffset now)
    {
        if (_tries.Count < MostRemembered)
        {
            return;
        }

        var oldest = _tries.OrderBy(t => t.Value.LastAt).Take(MostRemembered / 4).Select(t => t.Key).ToList();
        foreach (var key in _tries.Where(t => now - t.Value.LastAt >= Memory).Select(t => t.Key).Concat(oldest).ToList())
        {
            _tries.Remove(key);
        }
    }

    /// <param name="Tries">Wrong ones in a row.</param>
    /// <param name="Until">Before this moment nothing is tried.</param>
    /// <param name="Id">By chance.</param>
    internal sealed record Standing(int Tries, DateTimeOffset LastAt, DateTimeOffset Until, string Id);
}
