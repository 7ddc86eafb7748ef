using System.Diagnostics;
using System.Net;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using KpiTracker.Data;
using KpiTracker.Tests.Web.CommandLine;

namespace KpiTracker.Tests.Web.Drills;

/// <summary>The program as it is deployed, in a process of its own that can be killed at any moment; cookies and form token outlive it.</summary>
internal sealed partial class SiteProcess(DataDirectory directory) : IDisposable
{
    private const string Password = "sáu con vịt bơi qua sông";

    private readonly CookieContainer _cookies = new();
    private Process? _process;
    private HttpClient? _http;
    private string _token = "";

    public static async Task<SiteProcess> PrepareAsync(DataDirectory directory)
    {
        await CapturedConsole.RunAsync(directory.Root, ["user", "add", "--name", "quantri", "--role", "administrator", "--unit", "01", "--password", Password]);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return new SiteProcess(directory);
    }

    public async Task StartAsync()
    {
        var host = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        _process = Process.Start(new ProcessStartInfo(host,
        [
            Path.Combine(AppContext.BaseDirectory, "KpiTracker.Web.dll"),
            "--urls", "http://127.0.0.1:0", "--data", directory.Root, "--environment", "Testing",
            "--RateLimits:UploadsPerMinute=100000", "--SampleData:Load=false", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information",
        ]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Value));
            }
        };
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The site has not started."));
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _http?.Dispose();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = await listening.Task.WaitAsync(TimeSpan.FromMinutes(1)) };
        if (_token.Length == 0)
        {
            await SignInAsync();
        }
    }

    /// <summary>At once, as a power cut would: nothing of the program runs any more.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
    }

    /// <returns>The draft's address.</returns>
    public async Task<string> UploadAsync(byte[] workbook, string unit)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(_token), "__RequestVerificationToken" },
            { new StringContent(unit), "unit" },
            { new StringContent("2025-05"), "period" },
            { new ByteArrayContent(workbook), "file", "bao-cao.xlsx" },
        };
        return LocationOf(await _http!.PostAsync("/reports/upload", form));
    }

    /// <returns>The receipt's address.</returns>
    public async Task<string> ConfirmAsync(string draft) =>
        LocationOf(await _http!.PostAsync(draft + "/confirm", new FormUrlEncodedContent([new("__RequestVerificationToken", _token)])));

    public async Task<HttpStatusCode> StatusOfAsync(string path) => (await _http!.GetAsync(path)).StatusCode;

    public void Dispose()
    {
        _http?.Dispose();
        if (_process is { HasExited: false })
        {
            Kill();
        }

        _process?.Dispose();
    }

    private async Task SignInAsync()
    {
        _token = await TokenAsync("/sign-in");
        await _http!.PostAsync("/sign-in", new FormUrlEncodedContent([new("__RequestVerificationToken", _token), new("_handler", "sign-in"), new("Name", "quantri"), new("Password", Password)]));
        _token = await TokenAsync("/reports");
    }

    private async Task<string> TokenAsync(string page) => Token().Match(await _http!.GetStringAsync(page)).Groups[1].Value;

    private static string LocationOf(HttpResponseMessage answer) =>
        answer.Headers.Location?.OriginalString ?? throw new InvalidOperationException($"Led nowhere: {answer.StatusCode}");

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
