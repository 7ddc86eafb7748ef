using System.Security.Claims;
using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// The officer behind this request or circuit, asked of the database on each call: a cookie or a circuit may be older than the account's last change.
/// Only while one page is written, once: the check of its cookie has just asked (<see cref="KeepForPage"/>).
/// </summary>
internal sealed class CurrentOfficer(IHttpContextAccessor requests, AuthenticationStateProvider circuit, Officers officers, IOptions<IdentityOptions> identity, TimeProvider time)
{
    private static readonly object KeptKey = new();

    /// <returns>
    /// <c>null</c> when nobody is signed in, or the account has gone, is shut, may work for no unit today, has another password than the sign-in knows, has been signed in for longer than a session lasts,
    /// or lacks the second factor that its role asks for.
    /// </returns>
    public async Task<Officer?> FindAsync(CancellationToken cancellationToken = default) =>
        await FindSignedInAsync(cancellationToken) is { NeedsSecondFactor: false } officer ? officer : null;

    /// <summary>The same also for someone who lacks a second factor: for the page where it is set up, and nothing else.</summary>
    public async Task<Officer?> FindSignedInAsync(CancellationToken cancellationToken = default)
    {
        // In a request the state provider has nothing to say outside pages; in a circuit there may be no request any more.
        return requests.HttpContext?.Items[KeptKey] is Officer kept
            ? kept
            : await FindSignedInAsync(requests.HttpContext?.User ?? (await circuit.GetAuthenticationStateAsync()).User, cancellationToken);
    }

    /// <summary>Keeps who was found for the rest of the request, if it asks for a page: not of one that sends something, which may take minutes, nor of a circuit's, which lasts for hours.</summary>
    public static void KeepForPage(HttpContext request, Officer officer)
    {
        if (HttpMethods.IsGet(request.Request.Method) && request.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            request.Items[KeptKey] = officer;
        }
    }

    /// <exception cref="UnauthorizedAccessException">There is none, as <see cref="FindAsync(CancellationToken)"/> says.</exception>
    public async Task<Officer> GetAsync(CancellationToken cancellationToken = default) =>
        await FindAsync(cancellationToken) ?? throw new UnauthorizedAccessException("The sign-in of this session counts no longer.");

    /// <summary>The officer whom a sign-in names, as the database has it now; the role that the sign-in bears may be an earlier one.</summary>
    public async Task<Officer?> FindSignedInAsync(ClaimsPrincipal? user, CancellationToken cancellationToken)
    {
        if (user?.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id || OfficerClaims.HasRunOut(user, time.GetUtcNow()))
        {
            return null;
        }

        var stamp = user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        return await officers.FindAsync(id, stamp, user.FindFirstValue(OfficerClaims.Session), cancellationToken);
    }
}
