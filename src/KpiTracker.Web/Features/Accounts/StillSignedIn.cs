using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Ends a circuit's session within five seconds of a change of role, units, state or password, and of a second factor asked for. Every use case asks the database anyway;
/// this also takes away what stands on the screen.
/// </summary>
internal sealed class StillSignedIn(ILoggerFactory log, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(4);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        IsValidAsync(authenticationState, cancellationToken);

    internal async Task<bool> IsValidAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var officer = await scope.ServiceProvider.GetRequiredService<CurrentOfficer>().FindSignedInAsync(authenticationState.User, cancellationToken);
        return officer is { NeedsSecondFactor: false } && authenticationState.User.IsInRole(officer.Role.ToString());
    }
}
