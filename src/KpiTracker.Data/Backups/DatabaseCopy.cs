using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Backups;

/// <summary>A database file that is not the one in use: one out of a backup.</summary>
internal static class DatabaseCopy
{
    public static KpiTrackerDbContext Open(string path)
    {
        var options = new DbContextOptionsBuilder<KpiTrackerDbContext>();
        options.UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        return new KpiTrackerDbContext(options.Options);
    }

    /// <summary>SQLite's own check of every page and index, and whether every reference leads somewhere.</summary>
    public static async Task<bool> IsWholeAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return await FirstAsync(connection, "PRAGMA integrity_check", cancellationToken) is "ok"
                && await FirstAsync(connection, "PRAGMA foreign_key_check", cancellationToken) is null;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static async Task<object?> FirstAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
