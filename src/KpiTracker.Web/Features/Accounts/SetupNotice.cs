namespace KpiTracker.Web.Features.Accounts;

/// <summary>Prints in the log, at the start of a site without accounts, how its first administrator is made.</summary>
internal sealed class SetupNotice(IServiceScopeFactory scopes, SetupToken token, ILogger<SetupNotice> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (token.Made is { } made && await scope.ServiceProvider.GetRequiredService<Setup>().IsOpenAsync())
        {
            log.LogWarning("No account yet. Open /setup and enter the token {Token}", made);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
