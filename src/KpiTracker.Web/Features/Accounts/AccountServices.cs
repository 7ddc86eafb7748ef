using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Signing in, on top of the accounts that the data folder keeps.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        new IdentityBuilder(typeof(Account), services).AddSignInManager()
            .AddClaimsPrincipalFactory<OfficerClaims>()
            .AddTokenProvider<DataProtectorTokenProvider<Account>>(TokenOptions.DefaultProvider);
        services.Configure<DataProtectionTokenProviderOptions>(o => o.TokenLifespan = Invitations.Lifespan);
        services.AddSingleton<AccountAdministration>();
        services.AddScoped<Invitations>();
        services.AddSingleton<InvitationLetters>();
        services.AddSingleton<SetupToken>();
        services.AddScoped<Setup>();
        services.AddScoped<AuthenticationStateProvider, StillSignedIn>();
        services.AddScoped<CurrentOfficer>();
        services.AddSingleton<SecondFactorRules>();
        services.AddSingleton<BackOff>();
        services.AddSingleton<SignInWaits>();
        services.AddHostedService<WaitsAtStart>();
        services.AddSingleton<HashingTurns>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<CodeCheck>();
        services.AddSingleton<PasskeyChallenges>();
        services.AddScoped<PasskeyCheck>();
        services.AddScoped<Admission>();
        services.AddScoped<SignIn>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<IConfiguration>((options, settings) =>
        {
            // A finger, a face or a PIN at each use, and a key that the device finds without a name: that makes two factors of it.
            (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required");
            options.ServerDomain = settings["Passkeys:Domain"] is { Length: > 0 } domain ? domain : null;
        });
        return services;
    }
}
