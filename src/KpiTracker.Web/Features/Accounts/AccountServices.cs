using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Accounts and their passwords, for the pages and for the command line alike.</summary>
internal static class AccountServices
{
    /// <summary>Wrong passwords in a row before an account is locked for <see cref="LockMinutes"/>.</summary>
    public const int AttemptsBeforeLock = 5;

    public const int LockMinutes = 15;

    public const int ShortestPassword = 12;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Account>(options =>
            {
                // Length is what counts: a sentence is easier to keep and harder to guess than "Password1!".
                options.Password.RequiredLength = ShortestPassword;
                options.Password.RequiredUniqueChars = 5;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = AttemptsBeforeLock;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(LockMinutes);
            })
            .AddEntityFrameworkStores<KpiTrackerDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<OfficerClaims>();
        services.AddScoped<CurrentOfficer>();
        services.AddScoped<SignIn>();
        return services;
    }
}
