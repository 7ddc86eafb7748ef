using System.IO.Compression;
using System.Text.Json;
using KpiTracker.Data.Record;

namespace KpiTracker.Data.Backups;

/// <summary>What a backup holds, so that a restore can tell whether all of it is there and unharmed.</summary>
/// <param name="Format">1. A higher one was made by a later program.</param>
/// <param name="Migration">The last step of the schema that the database has seen.</param>
/// <param name="Files">The database and every kept workbook.</param>
/// <param name="Missing">Workbooks that the database knows and the folder lacked when the backup was made.</param>
/// <param name="Record">Where the record of changes ended: kept elsewhere, it shows whether its end was cut off later. <c>null</c> in a backup of a schema without one.</param>
public sealed record BackupManifest(int Format, DateTimeOffset MadeAt, string Migration, IReadOnlyList<BackupEntry> Files, IReadOnlyList<string> Missing, AuditHead? Record = null)
{
    public const int CurrentFormat = 1;

    /// <summary>Its name in the zip.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public Task WriteAsync(Stream to, CancellationToken cancellationToken) => JsonSerializer.SerializeAsync(to, this, Json, cancellationToken);

    /// <returns><c>null</c> when there is none in the zip, or it is none.</returns>
    public static async Task<BackupManifest?> OfAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(FileName) is not { } entry)
        {
            return null;
        }

        await using var content = await entry.OpenAsync(cancellationToken);
        return await ReadAsync(content, cancellationToken);
    }

    /// <returns><c>null</c> when it is no manifest.</returns>
    public static async Task<BackupManifest?> ReadAsync(Stream from, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<BackupManifest>(from, Json, cancellationToken) is { Migration: not null, Files: not null } manifest
                ? manifest with { Missing = manifest.Missing ?? [] }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Path">In the zip, with <c>/</c>: <c>kpitracker.db</c>, <c>workbooks/….xlsx</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hexadecimal, lower case.</param>
public sealed record BackupEntry(string Path, long Size, string Sha256);
