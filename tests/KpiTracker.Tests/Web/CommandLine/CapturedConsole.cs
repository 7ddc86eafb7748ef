using System.Globalization;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KpiTracker.Tests.Web.CommandLine;

/// <summary>Runs the program's command line in this process and keeps what it prints.</summary>
internal sealed class CapturedConsole(string language = "vi")
{
    public CommandConsole Console { get; } =
        new(new StringWriter(CultureInfo.InvariantCulture), new StringWriter(CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo(language));

    public string Out => Console.Out.ToString()!;

    public string Error => Console.Error.ToString()!;

    /// <summary>Runs one command over a data folder, on the morning of 3 June 2025 or at the time given.</summary>
    public static async Task<(int ExitCode, CapturedConsole Console)> RunAsync(string dataFolder, string[] arguments, DateTimeOffset? now = null)
    {
        var time = new PinnedTime();
        time.Now = now ?? time.Now;
        var console = new CapturedConsole();
        var exitCode = await Commands.RunAsync(
            [.. arguments, "--data", dataFolder],
            console.Console,
            services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        return (exitCode, console);
    }
}
