using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Signing in, on top of the accounts that the data folder keeps.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        new IdentityBuilder(typeof(Account), services).AddSignInManager().AddClaimsPrincipalFactory<OfficerClaims>();
        services.AddScoped<CurrentOfficer>();
        services.AddScoped<SignIn>();
        return services;
    }
}
