using System.Globalization;

namespace KpiTracker.Data.Backups;

/// <summary>Why a backup was made.</summary>
public enum BackupReason
{
    Scheduled,
    OnDemand,

    /// <summary>Before a later program changed the database's schema.</summary>
    Upgrade,
}

/// <summary>A backup in the data folder.</summary>
/// <param name="Size">Bytes.</param>
public sealed record BackupFile(string Path, DateTimeOffset MadeAt, BackupReason Reason, long Size)
{
    private const string Prefix = "kpitracker-";
    private const string Stamp = "yyyyMMdd-HHmmss-fff";

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary><c>kpitracker-20261122-013000-000-scheduled.zip</c>; the time is UTC.</summary>
    public static string NameOf(DateTimeOffset madeAt, BackupReason reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{madeAt.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}-{reason.ToString().ToLowerInvariant()}.zip");

    /// <returns><c>null</c> when the file is no backup by its name.</returns>
    public static BackupFile? Of(FileInfo file)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(file.Name);
        return name.Length > Prefix.Length + Stamp.Length + 1
            && name.StartsWith(Prefix, StringComparison.Ordinal)
            && DateTimeOffset.TryParseExact(name[Prefix.Length..(Prefix.Length + Stamp.Length)], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var madeAt)
            && Enum.TryParse<BackupReason>(name[(Prefix.Length + Stamp.Length + 1)..], ignoreCase: true, out var reason)
            ? new BackupFile(file.FullName, madeAt, reason, file.Length)
            : null;
    }
}
