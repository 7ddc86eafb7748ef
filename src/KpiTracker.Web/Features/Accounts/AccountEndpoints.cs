using System.Security.Claims;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Presentation;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder endpoints, IWebHostEnvironment environment)
    {
        endpoints.MapGet("/", GoToFirstPageAsync).RequireAuthorization(Policies.SeeProgress);
        endpoints.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        if (environment.IsDevelopment())
        {
            endpoints.MapPost("/sign-in/sample", SignInAsSampleAsync).AllowAnonymous();
        }
    }

    /// <summary>A ward officer comes to send a report, everyone else to see how things stand, in the month and by the choice that the address names; who adds <c>?present</c> to the bare address, to show it.</summary>
    private static async Task<IResult> GoToFirstPageAsync(HttpRequest request, CurrentOfficer officers, Registers registers, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await officers.FindAsync(cancellationToken) is not { } officer)
        {
            return Results.LocalRedirect(SignInCookies.SignInPath);
        }

        var isToPresent = request.Query.ContainsKey("present");
        if (officer.Role == AccountRole.WardOfficer && !isToPresent)
        {
            return Results.LocalRedirect("/reports");
        }

        var snapshot = await registers.CurrentAsync(cancellationToken);
        var latest = snapshot.Calendar.LatestClosed(time.Today());
        var unit = snapshot.Units.ContinuationIn(officer.Unit, latest)?.Code ?? officer.Unit.Code;
        var period = ReportingPeriod.TryParse(request.Query["period"].ToString(), out var asked) ? asked : latest;
        return Results.LocalRedirect(isToPresent ? PresentationFeature.Link(unit, period) : DashboardLinks.Unit(unit, period, Chosen(request.Query)));
    }

    private static DashboardView Chosen(IQueryCollection query) => new(query["indicator"], query["sort"], query["group"], query["status"]);

    // The form token is part of the parameter binding: a form is read, so a token is asked for.
    private static async Task<IResult> SignOutAsync([FromForm] string? returnUrl, HttpContext context, SignInManager<Account> signIn, EndedSessions sessions, CurrentOfficer officers, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (await officers.FindAsync(cancellationToken) is { } officer)
        {
            await audit.RecordAsync(new AuditEvent(AuditAction.SignedOut, AuditEvent.Of("account", officer.AccountId)) { By = officer }, cancellationToken);
        }

        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && context.User.FindFirstValue(OfficerClaims.Session) is { } session)
        {
            await sessions.EndAsync(id, session);
        }

        await signIn.SignOutAsync();
        if (context.Request.IsHttps)
        {
            // Over plain http browsers only complain of it.
            context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        }

        return Results.LocalRedirect(LocalUrl.OrElse(returnUrl, SignInCookies.SignInPath));
    }

    /// <summary>Development only: one click for each of the sample accounts, which have no password anybody knows.</summary>
    private static async Task<IResult> SignInAsSampleAsync(
        [FromForm] string account,
        [FromForm] string? returnUrl,
        IDbContextFactory<KpiTrackerDbContext> dbFactory,
        SignInManager<Account> signIn,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var sample = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == account && a.IsSample, cancellationToken);
        if (sample is null)
        {
            return Results.NotFound();
        }

        await signIn.SignInAsync(sample, isPersistent: false);
        await audit.RecordAsync(AccountEvents.Of(AuditAction.SignedIn, sample, by: sample), cancellationToken);
        return Results.LocalRedirect(LocalUrl.OrElse(returnUrl, "/"));
    }
}
