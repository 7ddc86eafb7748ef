using KpiTracker.Data.Backups;

namespace KpiTracker.Web.Features.Backups;

/// <summary>Makes a backup every day at the time that the settings name.</summary>
internal sealed class ScheduledBackups(BackupRun run, BackupSettings settings, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (settings.At is { } at && !stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Until(at, time.GetLocalNow()), time, stoppingToken);
            await run.RunAsync(BackupReason.Scheduled, stoppingToken);
        }
    }

    /// <summary>How long until it is that time of day again; a whole day when it is that time now.</summary>
    internal static TimeSpan Until(TimeOnly at, DateTimeOffset now)
    {
        var left = at.ToTimeSpan() - now.TimeOfDay;
        return left > TimeSpan.Zero ? left : left + TimeSpan.FromDays(1);
    }
}
