using KpiTracker.Domain.Texts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Storage;

/// <summary>Lets SQL compare Vietnamese text as people search for it: SQLite by itself knows the case of unaccented letters only.</summary>
internal static class FoldedText
{
    /// <summary>From now on, and as long as the context lives, <c>folded(text)</c> is <see cref="Fold.Plain"/>.</summary>
    public static async Task KnowFoldedTextAsync(this KpiTrackerDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        ((SqliteConnection)db.Database.GetDbConnection()).CreateFunction("folded", (string? text) => text is null ? null : Fold.Plain(text), isDeterministic: true);
    }
}
