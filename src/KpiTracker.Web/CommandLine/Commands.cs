using System.Data.Common;
using KpiTracker.Data;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.CommandLine;

/// <summary>One executable: without a verb it serves, with one it does an administrator's work and ends.</summary>
internal static class Commands
{
    public static Task<int> RunAsync(string[] args) => RunAsync(args, CommandConsole.OfProcess());

    /// <param name="replace">What a test puts in the place of the real thing: the clock, say.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CommandConsole console, Action<IServiceCollection>? replace = null)
    {
        switch (ArgumentParser.Parse(args))
        {
            case CommandRequest.Help:
                console.Print("Usage");
                return ExitCodes.Done;
            case CommandRequest.Bad bad:
                console.Complain(bad.TextKey, bad.Arguments);
                console.Error.WriteLine();
                console.Complain("Usage");
                return ExitCodes.BadArguments;
            case CommandRequest.Health health:
                return await HealthCommand.RunAsync(health, console);
            case CommandRequest.Serve serve:
                return await ServeAsync(serve, console, replace);
            case var verb:
                return await RunVerbAsync(verb, console, replace);
        }
    }

    private static async Task<int> ServeAsync(CommandRequest.Serve serve, CommandConsole console, Action<IServiceCollection>? replace)
    {
        await using var site = WebHost.Build([.. serve.HostArguments, .. DataArgument(serve)], replace);
        var folder = site.Services.GetRequiredService<DataDirectory>().Root;
        try
        {
            await site.RunAsync();
            return ExitCodes.Done;
        }
        catch (Exception accident) when (StorageTrouble.Is(accident))
        {
            console.Complain("Serve.Storage", folder, accident.GetBaseException().Message);
            return ExitCodes.NotDone;
        }
    }

    /// <summary>The application's own services, without its server: nothing listens.</summary>
    private static async Task<int> RunVerbAsync(CommandRequest request, CommandConsole console, Action<IServiceCollection>? replace)
    {
        // What is printed on the output is the result and nothing else.
        string[] quiet = ["--Logging:Console:LogToStandardErrorThreshold=Trace", "--Logging:LogLevel:Default=Warning"];
        await using var app = WebHost.BuildServices([.. quiet, .. DataArgument(request)], services =>
        {
            services.AddSingleton<IAuditOrigins, CommandLineOrigin>();
            replace?.Invoke(services);
        });
        await using var scope = app.Services.CreateAsyncScope();
        try
        {
            return await Verbs.RunAsync(request, scope.ServiceProvider, console);
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException)
        {
            console.Complain("Broken", e.Message);
            return ExitCodes.NotDone;
        }
    }

    private static string[] DataArgument(CommandRequest request) =>
        request.DataDirectory is { } directory ? [$"--Data:Directory={directory}"] : [];
}
