using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Ends a circuit's session within five seconds of a change of role, unit, state or password. Every use case asks the database anyway;
/// this also takes away what stands on the screen.
/// </summary>
internal sealed class StillSignedIn(ILoggerFactory log, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(4);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var officer = await scope.ServiceProvider.GetRequiredService<CurrentOfficer>().FindAsync(authenticationState.User, cancellationToken);
        return officer is not null && authenticationState.User.IsInRole(officer.Role.ToString());
    }
}
