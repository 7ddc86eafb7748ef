using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace KpiTracker.Web.Hosting;

/// <summary>
/// Who may do what, one policy per feature. A policy looks at the role alone; the unit scope is checked by the use case, against the database.
/// An endpoint that names no policy is refused to everyone.
/// </summary>
internal static class Policies
{
    /// <summary>Dashboards, summaries, submissions and their workbooks: every role, each within its own unit.</summary>
    public const string SeeProgress = nameof(SeeProgress);

    /// <summary>One's own password, second factor and sessions: every role, also before a second factor is set up.</summary>
    public const string OwnAccount = nameof(OwnAccount);

    /// <summary>Upload a report and confirm it.</summary>
    public const string SendReports = nameof(SendReports);

    /// <summary>Send many files at once, for the wards of a whole unit.</summary>
    public const string SendBatches = nameof(SendBatches);

    /// <summary>Send a report back to its ward with a reason.</summary>
    public const string ReturnReports = nameof(ReturnReports);

    /// <summary>Units, indicators, targets and accounts.</summary>
    public const string Administer = nameof(Administer);

    private const string Administrator = nameof(AccountRole.Administrator);
    private const string DistrictOfficer = nameof(AccountRole.DistrictOfficer);
    private const string Leader = nameof(AccountRole.Leader);
    private const string WardOfficer = nameof(AccountRole.WardOfficer);

    public static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(SeeProgress, p => p.RequireRole(Administrator, DistrictOfficer, Leader, WardOfficer))
            .AddPolicy(OwnAccount, p => p.RequireRole(Administrator, DistrictOfficer, Leader, WardOfficer))
            .AddPolicy(SendReports, p => p.RequireRole(Administrator, DistrictOfficer, WardOfficer))
            .AddPolicy(SendBatches, p => p.RequireRole(Administrator, DistrictOfficer))
            .AddPolicy(ReturnReports, p => p.RequireRole(Administrator, DistrictOfficer))
            .AddPolicy(Administer, p => p.RequireRole(Administrator))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsUnknownAddress).Build());
        return services;
    }

    /// <summary>The one thing nobody needs a right for: to be told that an address does not exist, or not for such a request (which is no route of ours).</summary>
    private static bool IsUnknownAddress(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint;
}
