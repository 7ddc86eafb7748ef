using System.Security.Claims;
using KpiTracker.Data.Accounts;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Data;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>Today is 22 November 2026: October is the latest month that has closed.</summary>
public sealed class DashboardQueryTests
{
    private TemporaryDatabase _database = null!;

    [OneTimeSetUp]
    public async Task MakeAccounts()
    {
        _database = await TemporaryDatabase.CreateAsync(services => services
            .AddSingleton<IHttpContextAccessor, HttpContextAccessor>()
            .AddSingleton<AuthenticationStateProvider, NobodyInACircuit>()
            .AddSingleton<TimeProvider, PinnedTime>()
            .AddScoped<CurrentOfficer>()
            .AddDashboard());
        var registers = await _database.RegistersAsync();
        await using var db = await _database.Factory.CreateDbContextAsync();
        foreach (var (id, role, unit, month) in new[]
        {
            ("admin", AccountRole.Administrator, "01", "2026-10"),
            ("tay-ho", AccountRole.Leader, "KV003", "2026-10"),
            ("ba-dinh", AccountRole.DistrictOfficer, "KV001", "2026-10"),
            ("ward", AccountRole.WardOfficer, "00103", "2026-10"),
        })
        {
            var key = registers.Units.Find(unit, ReportingPeriod.Parse(month))!.Key;
            db.Users.Add(new Account { Id = id, UserName = id, DisplayName = id, Role = role, UnitId = registers.IdOf(key), Scopes = { new AccountScope { UnitId = registers.IdOf(key) } } });
        }

        await db.SaveChangesAsync();
        var reports = new StoredReports(db, registers);
        var first = await reports.AddAsync("00103", "2026-10", "2026-11-03", ("ADULTS", 50, 100));
        await reports.AddAsync("00091", "2026-10", "2026-11-04", ("ADULTS", 30, 90), ("OFFICIALS", 1, 2));
        await reports.AddAsync("00004", "2026-10", "2026-11-04", ("ADULTS", 1, 2));
        // One file of the whole area.
        (await db.Workbooks.SingleAsync(w => w.Id == db.Submissions.Single(s => s.Id == first).WorkbookId)).UnitId = registers.IdOf(registers.Units.Find("KV003", new(2026, 10))!.Key);
        await db.SaveChangesAsync();
    }

    [OneTimeTearDown]
    public async Task RemoveThem() => await _database.DisposeAsync();

    [TestCase("admin", "01", true)]
    [TestCase("admin", "KV003", true)]
    [TestCase("tay-ho", "KV003", true)]
    [TestCase("tay-ho", "00103", true)]
    [TestCase("tay-ho", "01", false)]
    [TestCase("tay-ho", "KV001", false)]
    [TestCase("tay-ho", "00004", false, Description = "Phường Ba Đình")]
    [TestCase("ba-dinh", "00103", false)]
    [TestCase("ward", "00103", true)]
    [TestCase("ward", "KV003", false)]
    public async Task An_officer_sees_the_own_unit_and_what_lies_below(string officer, string unit, bool sees) =>
        Assert.That(await AskAsync(officer, unit, "2026-10"), sees ? Is.TypeOf<DashboardAnswer.Found>() : Is.TypeOf<DashboardAnswer.NotYours>());

    [TestCase("tay-ho", "00103", "Khu vực Tây Hồ", true)]
    [TestCase("ward", "00103", "Khu vực Tây Hồ", false, Description = "its rates and the rank, not its page")]
    [TestCase("tay-ho", "KV003", null, null)]
    public async Task A_ward_comes_with_the_unit_above_it_and_its_page_opens_for_those_who_may_see_it(string officer, string unit, string? parent, bool? opens)
    {
        var above = ((DashboardAnswer.Found)await AskAsync(officer, unit, "2026-10")).Parent;

        Assert.That((above?.Unit.NameWithKind, above?.MayOpen), Is.EqualTo((parent, opens)));
    }

    [Test]
    public async Task Without_a_month_the_latest_closed_one_is_shown()
    {
        var answer = (DashboardAnswer.Found)await AskAsync("tay-ho", "KV003", null);

        Assert.That(answer.Progress.Period, Is.EqualTo(new ReportingPeriod(2026, 10)));
    }

    // October's reports were due on Friday, 6 November; November's are not yet.
    [TestCase("2026-10", 16)]
    [TestCase("2026-11", 0)]
    public async Task It_is_told_how_many_days_ago_reports_were_due(string month, int days) =>
        Assert.That(((DashboardAnswer.Found)await AskAsync("tay-ho", "KV003", month)).Progress.DaysOverdue, Is.EqualTo(days));

    [TestCase("003", "2026-10", "KV003", "Quận Tây Hồ")]
    [TestCase("KV003", "2025-05", "003", "Khu vực Tây Hồ")]
    [TestCase("003", "2025-05", "003", null)]
    public async Task A_code_means_the_unit_that_bears_the_series_in_the_month(string asked, string month, string shown, string? askedFor)
    {
        var answer = (DashboardAnswer.Found)await AskAsync("tay-ho", asked, month);

        Assert.That((answer.Progress.Unit.Code, answer.AskedFor?.NameWithKind), Is.EqualTo((shown, askedFor)));
    }

    [Test]
    public async Task A_ward_that_did_not_exist_yet_is_named_and_not_mistaken_for_another() =>
        Assert.That(await AskAsync("tay-ho", "00103", "2025-05"), Is.Not.TypeOf<DashboardAnswer.NotYours>().And.Not.TypeOf<DashboardAnswer.Unknown>());

    [TestCase("XYZ", "2026-10")]
    [TestCase("KV003", "thang-10")]
    public async Task What_nobody_bears_or_no_month_is_unknown(string unit, string month) =>
        Assert.That(await AskAsync("admin", unit, month), Is.TypeOf<DashboardAnswer.Unknown>());

    [Test]
    public async Task Only_units_above_that_the_officer_may_see_are_linked()
    {
        var ward = (DashboardAnswer.Found)await AskAsync("tay-ho", "00103", "2026-10");

        Assert.That(ward.Above.Select(u => u.Code), Is.EqualTo((string[])["KV003"]));
    }

    [Test]
    public async Task A_figure_is_followed_to_the_cells_of_its_wards_and_of_no_other()
    {
        var sources = await SourcesAsync("tay-ho", "KV003");

        Assert.That(
            sources.Select(s => (s.Ward.Code, s.Figure.Value!.Numerator, s.FileName, s.Cell.Sheet, s.Cell.Address, s.Revision, s.SubmittedByName, FigureText.Time(s.SubmittedAt))),
            Is.EqualTo(((string, decimal, string?, string, string, int, string, string)[])
            [
                ("00091", 30, "bao-cao.xlsx", "Bao cao", "D9", 1, "Nguyễn Thị Lan", "09:00 04/11/2026"),
                ("00103", 50, "bao-cao.xlsx", "Bao cao", "D9", 1, "Nguyễn Thị Lan", "09:00 03/11/2026"),
            ]));
    }

    [Test]
    public async Task A_file_that_holds_other_wards_is_not_named_to_a_ward_officer() =>
        Assert.That((await SourcesAsync("ward", "00103")).Single().FileName, Is.Null);

    private Task<DashboardAnswer> AskAsync(string officer, string unit, string? month) =>
        AsAsync(officer, services => services.GetRequiredService<DashboardQuery>().AskAsync(unit, month));

    private Task<IReadOnlyList<FigureSource>> SourcesAsync(string officer, string unit) => AsAsync(officer, async services =>
    {
        var answer = (DashboardAnswer.Found)await services.GetRequiredService<DashboardQuery>().AskAsync(unit, "2026-10");
        return await services.GetRequiredService<FigureSources>().ReadAsync(answer.Progress, "ADULTS");
    });

    private async Task<T> AsAsync<T>(string officer, Func<IServiceProvider, Task<T>> ask)
    {
        await using var scope = _database.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, officer)], "test")),
        };
        return await ask(scope.ServiceProvider);
    }

    private sealed class NobodyInACircuit : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => throw new InvalidOperationException("There is a request.");
    }

    private sealed class PinnedTime : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => VietnamTime.Zone;

        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);
    }
}
