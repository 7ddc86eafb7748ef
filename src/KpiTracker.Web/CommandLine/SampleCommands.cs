using KpiTracker.Data;
using KpiTracker.Domain.Figures;
using KpiTracker.Web.Features.SampleData;

namespace KpiTracker.Web.CommandLine;

/// <summary>Loads and removes the sample data. In Production this is an explicit choice, and its accounts have passwords that are printed once.</summary>
internal sealed class SampleCommands(
    SampleAccounts accounts,
    SampleDataLoader loader,
    SampleDataRemoval removal,
    SampleDataProgress progress,
    DataDirectory directory)
{
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(2);

    public async Task<int> LoadAsync(CommandConsole console)
    {
        SampleDataChoice.Accept(directory);
        var made = await accounts.EnsureAsync(CancellationToken.None);
        int taken;
        await using (new Timer(_ => PrintProgress(console), null, BetweenMessages, BetweenMessages))
        {
            taken = await loader.LoadAsync(SampleSlice.Everything, CancellationToken.None);
        }

        console.Print(taken == 0 ? "Sample.AlreadyThere" : "Sample.Loaded", FigureText.Count(taken));
        if (made.Any(a => a.Password is not null))
        {
            console.Print("Sample.Accounts");
            foreach (var account in made.Where(a => a.Password is not null))
            {
                console.Out.WriteLine($"  {account.UserName}\t{account.Password}");
            }
        }

        return ExitCodes.Done;
    }

    public async Task<int> RemoveAsync(CommandConsole console)
    {
        var removed = await removal.RunAsync(CancellationToken.None);
        var key = removed is { Workbooks: 0, Accounts: 0 } ? "Sample.NothingToRemove" : "Sample.Removed";
        console.Print(key, FigureText.Count(removed.Workbooks), FigureText.Count(removed.Submissions), FigureText.Count(removed.Accounts));
        return ExitCodes.Done;
    }

    private void PrintProgress(CommandConsole console)
    {
        var now = progress.Now;
        if (now.FilesTotal > 0)
        {
            console.Complain("Sample.Loading", FigureText.Count(now.FilesDone), FigureText.Count(now.FilesTotal));
        }
    }
}
