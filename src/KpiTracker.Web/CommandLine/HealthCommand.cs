namespace KpiTracker.Web.CommandLine;

/// <summary>Asks a running site how it is, for a container's health check and for scripts: an image without a shell needs no other program for it.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>0 when the site answers that all is well, else 1; what it says is printed.</returns>
    public static async Task<int> RunAsync(CommandRequest.Health request, CommandConsole console)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(request.Address);
            await console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? ExitCodes.Done : ExitCodes.NotDone;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            console.Complain("Health.Silent", e.Message);
            return ExitCodes.NotDone;
        }
    }
}
