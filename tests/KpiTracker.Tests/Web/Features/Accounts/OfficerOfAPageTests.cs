using System.Security.Claims;
using KpiTracker.Data.Accounts;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Data;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.SigningIn;

/// <summary>Who asks for a page has just been looked up by the check of the cookie; everyone else is looked up at every question.</summary>
public sealed class OfficerOfAPageTests
{
    [TestCase("GET", true, true)]
    [TestCase("GET", false, false, Description = "a circuit lasts for hours")]
    [TestCase("POST", true, false, Description = "a file may take minutes")]
    public async Task Who_is_shut_out_meanwhile_is_known_only_until_the_page_is_written(string method, bool isPage, bool isKnown)
    {
        await using var database = await TemporaryDatabase.CreateAsync(services => services
            .AddSingleton<IHttpContextAccessor, HttpContextAccessor>()
            .AddSingleton<AuthenticationStateProvider, Nobody>()
            .AddScoped<CurrentOfficer>());
        await AddAsync(database);
        using var scope = database.Services.CreateScope();
        var request = new DefaultHttpContext { User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "tay-ho")], "cookie")) };
        request.Request.Method = method;
        request.SetEndpoint(new Endpoint(null, isPage ? new EndpointMetadataCollection(new ComponentTypeMetadata(typeof(Nobody))) : EndpointMetadataCollection.Empty, null));
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = request;
        var officers = scope.ServiceProvider.GetRequiredService<CurrentOfficer>();

        CurrentOfficer.KeepForPage(request, await officers.GetAsync());
        await using (var db = await database.Factory.CreateDbContextAsync())
        {
            await db.Users.ExecuteUpdateAsync(u => u.SetProperty(a => a.LockoutEnd, DateTimeOffset.MaxValue));
        }

        Assert.That(await officers.FindAsync(), isKnown ? Is.Not.Null : Is.Null);
    }

    private static async Task AddAsync(TemporaryDatabase database)
    {
        var registers = await database.RegistersAsync();
        await using var db = await database.Factory.CreateDbContextAsync();
        var unit = registers.IdOf(registers.Units.Find("KV003", new ReportingPeriod(2026, 10))!.Key);
        db.Users.Add(new Account { Id = "tay-ho", UserName = "tay-ho", DisplayName = "tay-ho", Role = AccountRole.Leader, UnitId = unit, Scopes = { new AccountScope { UnitId = unit } } });
        await db.SaveChangesAsync();
    }

    private sealed class Nobody : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal()));
    }
}
