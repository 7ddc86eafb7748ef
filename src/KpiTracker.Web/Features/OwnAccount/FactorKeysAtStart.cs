namespace KpiTracker.Web.Features.OwnAccount;

/// <summary>Before the first request: seals the authenticators' keys that an earlier version kept as they were, and says when some cannot be opened.</summary>
internal sealed class FactorKeysAtStart(SecondFactors factors, ILogger<FactorKeysAtStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await factors.SealAllAsync(cancellationToken)).Unreadable is > 0 and var unreadable)
        {
            log.LogWarning(
                "{Count} second factors were sealed with keys that are not in the data folder, as after a restore on another machine: put the former folder 'keys' back, or let these people use a recovery code, or reset their second factor",
                unreadable);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
