namespace KpiTracker.Data.Backups;

/// <summary>How backups are made; each value can be set in the configuration under <c>Backup</c>.</summary>
public sealed class BackupSettings
{
    /// <summary>The time of day, in Việt Nam, at which one is made: <c>01:30</c>. <c>null</c> or empty: only on demand and before an upgrade.</summary>
    public TimeOnly? At { get; set; } = new TimeOnly(1, 30);

    /// <summary>How many of each kind are kept; the oldest go first. At least 1.</summary>
    public int Keep { get; set; } = 14;

    /// <summary>A folder elsewhere (another disk, a network share) that gets a copy of each; <c>null</c> for none.</summary>
    public string? CopyTo { get; set; }
}
