using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.CommandLine;

/// <summary>One executable: without a verb it serves, with one it does an administrator's work and ends.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] args) => RunAsync(args, CommandConsole.OfProcess());

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandConsole console)
    {
        switch (ArgumentParser.Parse(args))
        {
            case CommandRequest.Help:
                console.Print("Usage");
                return ExitCodes.Done;
            case CommandRequest.Serve serve:
                await ServeAsync(serve);
                return ExitCodes.Done;
            case CommandRequest.Bad bad:
                console.Complain(bad.TextKey, bad.Arguments);
                console.Error.WriteLine();
                console.Complain("Usage");
                return ExitCodes.BadArguments;
            default:
                return ExitCodes.NotDone;
        }
    }

    private static async Task ServeAsync(CommandRequest.Serve serve)
    {
        string[] data = serve.DataDirectory is { } directory ? [$"--Data:Directory={directory}"] : [];
        await using var app = WebHost.Build([.. serve.HostArguments, .. data]);
        await app.RunAsync();
    }
}
