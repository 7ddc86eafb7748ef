namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Makes whoever guesses wait: for a name from one address, longer each time. Somebody who comes from another address notices nothing, so that nobody
/// can be locked out by others. It counts written names, whether there is such an account or not, and so tells nothing about them. Kept in memory: a
/// restart forgets, and the limit of tries a minute stays.
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

    private readonly Dictionary<(string Name, string Address), Tries> _tries = [];
    private readonly Lock _turn = new();

    /// <summary>Counts a try before it is made, so that many at the same moment are counted too. <see cref="Forgive"/> takes it back.</summary>
    /// <returns>How long to wait instead of trying; <c>null</c>: go on.</returns>
    public TimeSpan? Begin(string name, string address)
    {
        var (key, now) = (KeyOf(name, address), time.GetUtcNow());
        lock (_turn)
        {
            MakeRoom(now);
            var earlier = _tries.TryGetValue(key, out var known) && now - known.Last < Memory ? known : new Tries(0, now, now);
            if (earlier.Until > now)
            {
                return earlier.Until - now;
            }

            var count = earlier.Count + 1;
            _tries[key] = new Tries(count, now, count < FreeTries ? now : now + WaitAfter(count));
            return null;
        }
    }

    /// <summary>The try was right, or not made after all.</summary>
    public void Forgive(string name, string address)
    {
        lock (_turn)
        {
            _tries.Remove(KeyOf(name, address));
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

        var oldest = _tries.OrderBy(t => t.Value.Last).Take(MostRemembered / 4).Select(t => t.Key).ToList();
        foreach (var key in _tries.Where(t => now - t.Value.Last >= Memory).Select(t => t.Key).Concat(oldest).ToList())
        {
            _tries.Remove(key);
        }
    }

    private sealed record Tries(int Count, DateTimeOffset Last, DateTimeOffset Until);
}
