using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime;
using System.Text.RegularExpressions;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace KpiTracker.Benchmarks;

/// <summary>
/// Whole pages of the real site, asked over the loopback with the rights checked, beside SQL written by hand for the same figures: twelve indicators in
/// sixty months, of Hà Nội's wards and of all wards of the country.
/// </summary>
internal static partial class PagesBenchmark
{
    private const int Rounds = 90;

    /// <summary>Pages asked before it is seen whether the runtime still compiles, and at most so many in all.</summary>
    private const int WarmUpStep = 100, WarmUpMost = 2000;

    /// <summary>Of the time: what the runtime may still spend on compiling once it has warmed up.</summary>
    private const double StillCompiling = 0.01;
    private const string Password = "sáu con vịt bơi qua sông";
    private static readonly ReportingPeriod Last = new(2030, 3);
    private static readonly ServerClock Clock = new();

    public static async Task RunAsync(bool isNational)
    {
        var folder = Path.Combine(Path.GetTempPath(), "kpi-benchmark-" + Path.GetRandomFileName());
        await using var app = WebHost.Build(
            ["--urls=http://127.0.0.1:0", "--applicationName=KpiTracker.Web", $"--Data:Directory={folder}", "--SampleData:Load=false", "--environment=Production"],
            services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new April2030()));
                services.AddSingleton<IStartupFilter>(Clock);
                services.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
            });
        await app.StartAsync();
        var file = app.Services.GetRequiredService<DataDirectory>().DatabaseFile;
        var snapshot = await app.Services.GetRequiredService<Registers>().CurrentAsync();
        var figures = DashboardRows.Fill(file, snapshot, Last, isNational);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figures} figures of {snapshot.Units.Units.Count(u => u.IsWard && u.IsValidIn(Last) && (isNational || snapshot.Units.IsWithin(u.Key, snapshot.Units.FindInSeries("01", Last)!.Key)))} wards"));
        string[] codes = ["01", "KV003", "KV001", "00103", .. isNational ? ["79"] : Array.Empty<string>()];
        await WarmUpAsync(app, snapshot, file, codes[..4]);
        foreach (var code in codes)
        {
            await MeasureAsync(app, snapshot, file, code);
        }

        await app.StopAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task WarmUpAsync(WebApplication app, RegisterSnapshot snapshot, string file, string[] codes)
    {
        using var http = await SignedInAsync(app, snapshot, "01");
        var first = Stopwatch.GetTimestamp();
        foreach (var code in codes)
        {
            await http.GetByteArrayAsync($"/units/{code}?period={Last}");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"the first {codes.Length} pages after the start: {Stopwatch.GetElapsedTime(first).TotalMilliseconds / codes.Length:0} ms each"));
        // A site runs for weeks: what is asked often has long been compiled for good.
        for (var (round, isWarm) = (0, false); !isWarm && round < WarmUpMost; round += WarmUpStep)
        {
            var (start, compiling) = (Stopwatch.GetTimestamp(), JitInfo.GetCompilationTime());
            for (var i = 0; i < WarmUpStep; i++)
            {
                var code = codes[i % codes.Length];
                await http.GetByteArrayAsync($"/units/{code}?period={Last}");
                new DashboardByHand(file, snapshot, snapshot.Units.FindInSeries(code, Last)!, Last).Read();
            }

            var share = (JitInfo.GetCompilationTime() - compiling) / Stopwatch.GetElapsedTime(start);
            isWarm = share < StillCompiling;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {round + WarmUpStep} pages to warm up the runtime spends {100 * share:0.0}% of the time on compiling"));
        }
    }

    private static async Task MeasureAsync(WebApplication app, RegisterSnapshot snapshot, string file, string code)
    {
        using var http = await SignedInAsync(app, snapshot, snapshot.Units.FindInSeries(code, Last)!.IsWard ? "01" : code);
        var unit = snapshot.Units.FindInSeries(code, Last)!;
        var byHand = new DashboardByHand(file, snapshot, unit, Last);
        List<double> ours = [], theirs = [], ourCpu = [], theirCpu = [];
        Clock.Times.Clear();
        var bytes = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var cpu = Cpu();
            var start = Stopwatch.GetTimestamp();
            bytes = (await http.GetByteArrayAsync($"/units/{code}?period={Last}")).Length;
            var (middle, cpuMiddle) = (Stopwatch.GetTimestamp(), Cpu());
            byHand.Read();
            ourCpu.Add(cpuMiddle - cpu);
            theirCpu.Add(Cpu() - cpuMiddle);
            ours.Add(Stopwatch.GetElapsedTime(start, middle).TotalMilliseconds);
            theirs.Add(Stopwatch.GetElapsedTime(middle).TotalMilliseconds);
        }

        var (mine, hand, client) = (DashboardBenchmark.Median(Clock.Times), DashboardBenchmark.Median(theirs), DashboardBenchmark.Median(ours));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unit.NameWithKind}: page of {bytes / 1024} KiB {mine:0.0} ms in the server, SQL by hand {hand:0.0} ms, {mine - hand:0.0} ms over it, {mine / hand:0.0} times; {client:0.0} ms until the client has it; of processor time, client included, {ourCpu.Skip(Rounds / 3).Average():0.0} ms to {theirCpu.Skip(Rounds / 3).Average():0.0} (medians, and means, of {Rounds - (Rounds / 3)})"));
    }

    /// <summary>Of the whole process, client and server: what a busy machine disturbs less than the clock on the wall. It comes in steps of 10 ms, so only a mean tells.</summary>
    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds;

    private static async Task<HttpClient> SignedInAsync(WebApplication app, RegisterSnapshot snapshot, string unit)
    {
        var name = "leader-" + unit;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            if (await accounts.FindByNameAsync(name) is null)
            {
                var account = new Account { UserName = name, DisplayName = name, Role = AccountRole.Leader, UnitId = snapshot.IdOf(snapshot.Units.FindInSeries(unit, Last)!.Key) };
                account.Scopes.Add(new AccountScope { UnitId = account.UnitId, From = Last.FirstDay });
                await accounts.CreateAsync(account, Password);
            }
        }

        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Urls.First()) };
        var token = FormToken().Match(await http.GetStringAsync("/sign-in")).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "sign-in"), new("Name", name), new("Password", Password)]);
        var answer = await http.PostAsync("/sign-in", form);
        return answer.StatusCode == HttpStatusCode.Found ? http : throw new InvalidOperationException($"Not signed in: {answer.StatusCode}");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();

    /// <summary>How long the server takes for each page, from the request's head to the last byte handed over.</summary>
    private sealed class ServerClock : IStartupFilter
    {
        public List<double> Times { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                var start = Stopwatch.GetTimestamp();
                await rest(context);
                if (context.Request.Path.StartsWithSegments("/units", StringComparison.Ordinal))
                {
                    Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            });
            next(app);
        };
    }

    /// <summary>When March 2030, the sixtieth month, has closed and its reports are due.</summary>
    private sealed class April2030 : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2030, 4, 20, 2, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => VietnamTime.Zone;
    }
}
