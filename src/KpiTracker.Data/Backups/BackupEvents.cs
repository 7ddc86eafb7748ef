using KpiTracker.Data.Record;

namespace KpiTracker.Data.Backups;

/// <summary>What the record says of backups. A backup holds the record up to the line before the one that tells of it.</summary>
internal static class BackupEvents
{
    public static AuditEvent Made(MadeBackup made) => new(AuditAction.BackupMade, AuditEvent.Of("backup", made.File.Name))
    {
        After = AuditDetails.Of(
            ("reason", made.File.Reason),
            ("size", made.File.Size),
            ("missing", made.Missing.Count > 0 ? made.Missing.Count : null),
            ("copy", made.CopyProblem is null ? null : "failed")),
    };
}
