using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.CommandLine;

/// <summary>One executable: without a verb it serves, with one it does an administrator's work and ends.</summary>
internal static class Commands
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = WebHost.Build(args);
        await app.RunAsync();
        return 0;
    }
}
