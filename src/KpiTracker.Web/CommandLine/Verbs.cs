using KpiTracker.Data;

namespace KpiTracker.Web.CommandLine;

/// <summary>What each verb does, given the application's services.</summary>
internal static class Verbs
{
    public static async Task<int> RunAsync(CommandRequest request, IServiceProvider services, CommandConsole console)
    {
        if (request is not (CommandRequest.Import { CheckOnly: true } or CommandRequest.Backup or CommandRequest.Restore or CommandRequest.VerifyAudit or CommandRequest.CheckData))
        {
            await services.GetRequiredService<DatabaseStart>().PrepareAsync();
        }

        return request switch
        {
            CommandRequest.Import import => await ActivatorUtilities.CreateInstance<ImportCommand>(services).RunAsync(import, console),
            CommandRequest.Export export => await ActivatorUtilities.CreateInstance<ExportCommand>(services).RunAsync(export, console),
            CommandRequest.Progress progress => await ActivatorUtilities.CreateInstance<ProgressCommand>(services).RunAsync(progress, console),
            CommandRequest.Backup => await ActivatorUtilities.CreateInstance<BackupCommands>(services).BackupAsync(console),
            CommandRequest.Restore restore => await ActivatorUtilities.CreateInstance<BackupCommands>(services).RestoreAsync(restore, console),
            CommandRequest.VerifyAudit verify => await ActivatorUtilities.CreateInstance<RecordCommands>(services).VerifyAsync(verify, console),
            CommandRequest.CheckData => await ActivatorUtilities.CreateInstance<RecordCommands>(services).CheckAsync(console),
            CommandRequest.LoadSample => await ActivatorUtilities.CreateInstance<SampleCommands>(services).LoadAsync(console),
            CommandRequest.RemoveSample => await ActivatorUtilities.CreateInstance<SampleCommands>(services).RemoveAsync(console),
            CommandRequest.AddUser add => await Users().AddAsync(add, console),
            CommandRequest.ListUsers => await Users().ListAsync(console),
            CommandRequest.ResetUser reset => await Users().ResetAsync(reset, console),
            _ => throw new InvalidOperationException($"{request.GetType().Name} is no verb."),
        };

        UserCommands Users() => ActivatorUtilities.CreateInstance<UserCommands>(services);
    }
}
