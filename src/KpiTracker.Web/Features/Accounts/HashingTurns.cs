using System.Threading.RateLimiting;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Lets only a few passwords be checked at the same time – each costs a processor a tenth of a second on purpose – and from one address only one, so
/// that a flood of sign-ins keeps neither the server from its work nor others from signing in.
/// </summary>
internal sealed class HashingTurns : IDisposable
{
    private const int MostWaitingFromOneAddress = 20;
    private const int MostWaiting = 100;

    private static readonly int MostAtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private readonly PartitionedRateLimiter<string> _perAddress = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetConcurrencyLimiter(address, _ => new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = MostWaitingFromOneAddress }));

    private readonly ConcurrencyLimiter _all = new(new ConcurrencyLimiterOptions { PermitLimit = MostAtOnce, QueueLimit = MostWaiting });

    /// <returns><c>null</c> when too many are waiting, and <paramref name="work"/> was not begun.</returns>
    public async Task<T?> RunAsync<T>(string address, Func<Task<T>> work, CancellationToken cancellationToken = default)
        where T : class
    {
        using var own = await _perAddress.AcquireAsync(address, 1, cancellationToken);
        if (!own.IsAcquired)
        {
            return null;
        }

        using var turn = await _all.AcquireAsync(1, cancellationToken);
        return turn.IsAcquired ? await work() : null;
    }

    public void Dispose()
    {
        _perAddress.Dispose();
        _all.Dispose();
    }
}
