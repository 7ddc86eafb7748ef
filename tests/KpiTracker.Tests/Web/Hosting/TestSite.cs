using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>
/// The real application on a real port over a data folder of its own, on the morning of 3 June 2025: the reports of May are due.
/// It has one account in each role and one in another district; all share one password.
/// </summary>
internal sealed class TestSite : IAsyncDisposable
{
    public const string Password = "sáu con vịt bơi qua sông";

    /// <summary>Ward officer of Phường Bưởi (00109), in Quận Tây Hồ.</summary>
    public const string WardOfficer = "buoi";

    /// <summary>District officer of Quận Tây Hồ (003).</summary>
    public const string DistrictOfficer = "tayho";

    /// <summary>Leader of Quận Tây Hồ.</summary>
    public const string Leader = "lanhdao";

    public const string Administrator = "quantri";

    /// <summary>District officer of Quận Đống Đa (006): never has any business in Tây Hồ.</summary>
    public const string Stranger = "dongda";

    public static readonly ReportingPeriod May = new(2025, 5);

    private readonly WebApplication _app;
    private readonly string _folder;

    private TestSite(WebApplication app, string folder) => (_app, _folder) = (app, folder);

    public required PinnedTime Time { get; init; }

    public Uri Address => new(_app.Urls.First());

    public IServiceProvider Services => _app.Services;

    public static Task<TestSite> StartAsync(string environment = "Testing") => StartAsync(_ => { }, $"--environment={environment}", "--RateLimits:SignInPerMinute=100000", "--RateLimits:ExportsPerMinute=100000", "--RateLimits:UploadsPerMinute=100000");

    /// <param name="replace">What the test puts in the place of the real thing.</param>
    /// <param name="more">Settings as on the command line.</param>
    public static async Task<TestSite> StartAsync(Action<IServiceCollection> replace, params string[] more)
    {
        var site = await StartWithoutAccountsAsync(replace, more);
        await site.AddAccountsAsync();
        return site;
    }

    /// <summary>As on the very first day.</summary>
    public static Task<TestSite> StartWithoutAccountsAsync() => StartWithoutAccountsAsync(_ => { });

    private static async Task<TestSite> StartWithoutAccountsAsync(Action<IServiceCollection> replace, params string[] more)
    {
        var folder = Path.Combine(Path.GetTempPath(), "kpi-site-" + Path.GetRandomFileName());
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            "--applicationName=KpiTracker.Web",
            $"--Data:Directory={folder}",
            "--SampleData:Load=false",
            "--environment=Testing",
            .. more,
        ];
        var time = new PinnedTime();
        var app = WebHost.Build(args, services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
            replace(services);
            services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        });
        await app.StartAsync();
        return new TestSite(app, folder) { Time = time };
    }

    public async Task<Account> AddAccountAsync(string name, string displayName, AccountRole role, string unitCode, bool isSample = false)
    {
        await using var scope = Services.CreateAsyncScope();
        var registers = await scope.ServiceProvider.GetRequiredService<Registers>().CurrentAsync();
        var account = new Account
        {
            UserName = name,
            DisplayName = displayName,
            Role = role,
            UnitId = registers.IdOf(registers.Units.FindInSeries(unitCode, May)!.Key),
            IsSample = isSample,
        };
        account.Scopes.Add(new AccountScope { UnitId = account.UnitId, From = May.FirstDay });
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        return result.Succeeded ? account : throw new InvalidOperationException(result.ToString());
    }

    public async Task ChangeAccountAsync(string id, Action<Account> change, bool byName = false)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        change(await db.Users.Include(a => a.Scopes).SingleAsync(a => byName ? a.UserName == id : a.Id == id));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task AddAccountsAsync()
    {
        await AddAccountAsync(WardOfficer, "Nguyễn Thị Bưởi", AccountRole.WardOfficer, "00109");
        await AddAccountAsync(DistrictOfficer, "Trần Văn Tổng", AccountRole.DistrictOfficer, "003");
        await AddAccountAsync(Leader, "Lê Thị Lãnh", AccountRole.Leader, "003");
        await AddAccountAsync(Administrator, "Phạm Quản Trị", AccountRole.Administrator, "01");
        await AddAccountAsync(Stranger, "Hoàng Văn Đống", AccountRole.DistrictOfficer, "006");
    }
}

/// <summary>A clock that stands still until it is moved; Việt Nam's local time.</summary>
internal sealed class PinnedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2025, 6, 3, 9, 0, 0, TimeSpan.FromHours(7));

    public override TimeZoneInfo LocalTimeZone => VietnamTime.Zone;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
