using System.Globalization;
using System.Text.Json;
using KpiTracker.Data.Record;

namespace KpiTracker.Data.Backups;

/// <summary>
/// Left in the data folder by a restore, for the next start to record: the restored database may be of an earlier schema, which has no record yet.
/// </summary>
/// <param name="Backup">The backup's file name.</param>
/// <param name="MadeAt">When the backup was made.</param>
/// <param name="Aside">The name of the folder into which the former contents were moved; <c>null</c> when there were none.</param>
/// <param name="By">The account of the machine under which it was restored.</param>
internal sealed record RestoreNote(string Backup, DateTimeOffset MadeAt, string? Aside, string By)
{
    private const string FileName = "restored.json";

    public void Write(DataDirectory directory) => File.WriteAllText(PathIn(directory), JsonSerializer.Serialize(this));

    /// <summary>Turns a note that is there into a line of the record.</summary>
    public static async Task RecordAsync(DataDirectory directory, AuditTrail audit, CancellationToken cancellationToken)
    {
        var path = PathIn(directory);
        if (!File.Exists(path))
        {
            return;
        }

        if (JsonSerializer.Deserialize<RestoreNote>(await File.ReadAllTextAsync(path, cancellationToken)) is { } note)
        {
            await audit.RecordAsync(
                new AuditEvent(AuditAction.DatabaseRestored, AuditEvent.Of("backup", note.Backup))
                {
                    After = AuditDetails.Of(("madeAt", note.MadeAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)), ("aside", note.Aside), ("by", note.By)),
                },
                cancellationToken);
        }

        // Last: ended before this, the next start records it once more rather than not at all.
        File.Delete(path);
    }

    private static string PathIn(DataDirectory directory) => Path.Combine(directory.Root, FileName);
}
