using System.IO.Compression;
using KpiTracker.Data.Record;

namespace KpiTracker.Data.Backups;

/// <summary>What the backups of the data folder know of the record: each bears in its manifest where the record ended when it was made.</summary>
internal static class BackupWitnesses
{
    /// <summary>One for each backup that can be read and has seen a record; a damaged one is the restore's matter.</summary>
    public static async Task<IReadOnlyList<AuditWitness>> ReadAsync(IEnumerable<BackupFile> backups, CancellationToken cancellationToken)
    {
        List<AuditWitness> witnesses = [];
        foreach (var backup in backups)
        {
            if (await ManifestAsync(backup.Path, cancellationToken) is { Record: { Sequence: > 0 } head } manifest)
            {
                witnesses.Add(new AuditWitness(head, manifest.MadeAt, backup.Name));
            }
        }

        return witnesses;
    }

    private static async Task<BackupManifest?> ManifestAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(path, cancellationToken);
            return await BackupManifest.OfAsync(zip, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
