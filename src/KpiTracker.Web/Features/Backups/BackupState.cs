namespace KpiTracker.Web.Features.Backups;

/// <summary>How the last attempt of this process to make a backup ended.</summary>
/// <param name="Problem">Why there is none, or none elsewhere; <c>null</c> when all went well.</param>
internal sealed record BackupAttempt(DateTimeOffset At, string? Problem);

/// <summary>Remembers the last attempt, for the administrator's page and for the health check.</summary>
internal sealed class BackupState
{
    private volatile BackupAttempt? _last;

    /// <summary><c>null</c> before the first one since the start.</summary>
    public BackupAttempt? Last
    {
        get => _last;
        set => _last = value;
    }
}
