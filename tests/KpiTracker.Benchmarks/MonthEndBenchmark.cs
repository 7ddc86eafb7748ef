using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Documents.Templates;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Benchmarks;

/// <summary>
/// The last evening of a month: every ward of a city uploads and confirms its report within the same minute, over HTTP, while leaders open dashboards.
/// The site, its clients and the database share the machine.
/// </summary>
internal static partial class MonthEndBenchmark
{
    private const int Wards = 500;
    private const string Password = "một trăm phường gửi báo cáo";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly ReportingPeriod May = new(2025, 5);

    public static async Task RunAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "kpi-monthend-" + Path.GetRandomFileName());
        await using var site = WebHost.Build(
            ["--urls=http://127.0.0.1:0", "--environment=Testing", "--applicationName=KpiTracker.Web", $"--Data:Directory={folder}", "--SampleData:Load=false", "--RateLimits:SignInPerMinute=100000", "--RateLimits:UploadsPerMinute=100000"],
            services => services.AddSingleton<IPasswordHasher<Account>, QuickHasher>());
        await site.StartAsync();
        var registers = await site.Services.GetRequiredService<Registers>().CurrentAsync();
        IReadOnlyList<OrganisationUnit> wards = [.. registers.Units.WardsOf(registers.Units.Find("01", May)!.Key, May).Take(Wards)];
        var senders = await SignInAllAsync(site, registers, wards);
        using var leader = await SignInAsync(site, "leader", registers.Units.Find("01", May)!, AccountRole.Leader, registers);
        await leader.Http.GetStringAsync($"/units/01?period={May}");

        ConcurrentBag<double> answers = [], dashboards = [];
        ConcurrentBag<string> errors = [];
        using var over = new CancellationTokenSource();
        var looking = LookAsync(leader, dashboards, errors, over.Token);
        var random = new Random(20261122);
        await Task.WhenAll(senders.Select(s => SendAsync(s, registers, Minute * random.NextDouble(), answers, errors)));
        await over.CancelAsync();
        await looking;
        await using var db = await site.Services.GetRequiredService<IDbContextFactory<KpiTrackerDbContext>>().CreateDbContextAsync();
        var kept = await db.Submissions.CountAsync(s => s.IsCurrent);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Wards} wards within a minute: {Wards - kept} lost, {errors.Count} errors; answers p50 {At(answers, 0.5):0} ms, p95 {At(answers, 0.95):0} ms, slowest {At(answers, 1):0} ms; {dashboards.Count} dashboards p50 {At(dashboards, 0.5):0} ms, p95 {At(dashboards, 0.95):0} ms"));
        foreach (var error in errors.Distinct().Take(5))
        {
            Console.WriteLine(error);
        }

        await site.StopAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<Sender>> SignInAllAsync(WebApplication site, RegisterSnapshot registers, IReadOnlyList<OrganisationUnit> wards)
    {
        List<Sender> senders = [];
        foreach (var ward in wards)
        {
            senders.Add(await SignInAsync(site, "ward-" + ward.Code, ward, AccountRole.WardOfficer, registers));
        }

        return senders;
    }

    private static async Task<Sender> SignInAsync(WebApplication site, string name, OrganisationUnit unit, AccountRole role, RegisterSnapshot registers)
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Accounts>().AddAsync(new NewAccount(name, name, role, unit.Key, Password));
        }

        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 2 }) { BaseAddress = new Uri(site.Urls.First()) };
        var token = Token().Match(await http.GetStringAsync("/sign-in")).Groups[1].Value;
        var answer = await http.PostAsync("/sign-in", Form(token, ("_handler", "sign-in"), ("Name", name), ("Password", Password)));
        return answer.StatusCode == HttpStatusCode.Found
            ? new Sender(http, unit, role == AccountRole.WardOfficer ? Workbook(unit, registers) : [])
            : throw new InvalidOperationException($"{name} was not signed in: {answer.StatusCode}");
    }

    private static async Task SendAsync(Sender sender, RegisterSnapshot registers, TimeSpan after, ConcurrentBag<double> answers, ConcurrentBag<string> errors)
    {
        await Task.Delay(after);
        try
        {
            string page = "";
            await TimedAsync(async () => page = await sender.Http.GetStringAsync("/reports"), answers);
            var token = Token().Match(page).Groups[1].Value;
            using var form = new MultipartFormDataContent
            {
                { new StringContent(token), "__RequestVerificationToken" },
                { new StringContent(sender.Ward.Code), "unit" },
                { new StringContent(May.ToString()), "period" },
                { new ByteArrayContent(sender.Workbook), "file", "bao-cao.xlsx" },
            };
            HttpResponseMessage uploaded = null!, confirmed = null!;
            await TimedAsync(async () => uploaded = await sender.Http.PostAsync("/reports/upload", form), answers);
            var draft = uploaded.Headers.Location!.OriginalString;
            await TimedAsync(async () => await sender.Http.GetStringAsync(draft), answers);
            await TimedAsync(async () => confirmed = await sender.Http.PostAsync(draft + "/confirm", Form(token)), answers);
            if (confirmed.Headers.Location?.OriginalString.StartsWith("/receipts/", StringComparison.Ordinal) != true)
            {
                errors.Add($"{confirmed.StatusCode} {confirmed.Headers.Location}");
            }
        }
        catch (Exception e) when (e is HttpRequestException or NullReferenceException or TaskCanceledException)
        {
            errors.Add(e.Message);
        }
    }

    private static async Task LookAsync(Sender leader, ConcurrentBag<double> dashboards, ConcurrentBag<string> errors, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            await TimedAsync(
                async () =>
                {
                    var answer = await leader.Http.GetAsync($"/units/01?period={May}", CancellationToken.None);
                    if (answer.StatusCode != HttpStatusCode.OK)
                    {
                        errors.Add($"dashboard {answer.StatusCode}");
                    }
                },
                dashboards);
            await Task.Delay(TimeSpan.FromMilliseconds(500), CancellationToken.None);
        }
    }

    private static async Task TimedAsync(Func<Task> work, ConcurrentBag<double> times)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static byte[] Workbook(OrganisationUnit ward, RegisterSnapshot registers)
    {
        using var template = new MemoryStream();
        WardTemplateWriter.Write(new TemplateContent(ward, null, May, [.. registers.Indicators.Select(i => new TemplateLine(i, null))]), template);
        using var workbook = new ClosedXML.Excel.XLWorkbook(template);
        for (var i = 0; i < registers.Indicators.Count; i++)
        {
            workbook.Worksheet(1).Cell(9 + i, 4).Value = 127;
            workbook.Worksheet(1).Cell(9 + i, 5).Value = 83;
        }

        using var filled = new MemoryStream();
        workbook.SaveAs(filled);
        return filled.ToArray();
    }

    private static double At(IEnumerable<double> times, double part) => times.Order().ToList() is { Count: > 0 } sorted ? sorted[(int)(part * (sorted.Count - 1))] : double.NaN;

    private static FormUrlEncodedContent Form(string token, params (string Name, string Value)[] fields) =>
        new([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed record Sender(HttpClient Http, OrganisationUnit Ward, byte[] Workbook) : IDisposable
    {
        public void Dispose() => Http.Dispose();
    }

    /// <summary>Wards have signed in earlier that day: what their passwords cost is not measured here.</summary>
    private sealed class QuickHasher : IPasswordHasher<Account>
    {
        public string HashPassword(Account user, string password) => password;

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
            hashedPassword == providedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }
}
