using System.Data.Common;
using System.Globalization;
using KpiTracker.Domain.OrganisationUnits;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace KpiTracker.Data.Registers;

/// <summary>
/// Writes the four thousand units and a thousand successions with one prepared command each: through the change tracker this alone
/// took longer than a start may.
/// </summary>
internal static class UnitRows
{
    private const string InsertUnit =
        """
        INSERT INTO OrganisationUnits (Code, ValidFrom, ValidTo, Name, NameWithKind, Kind, ParentId, Population)
        VALUES ($code, $from, $to, $name, $nameWithKind, $kind, NULL, $population)
        ON CONFLICT (Code, ValidFrom) DO UPDATE SET ValidTo = excluded.ValidTo, Name = excluded.Name,
            NameWithKind = excluded.NameWithKind, Kind = excluded.Kind, Population = excluded.Population
        RETURNING Id
        """;

    private const string SetParent = "UPDATE OrganisationUnits SET ParentId = $parent WHERE Id = $id";

    private const string InsertSuccession = "INSERT INTO Successions (FromId, ToId, Portion, Note) VALUES ($from, $to, $portion, $note)";

    /// <returns>Each unit's id.</returns>
    public static async Task<IReadOnlyDictionary<UnitKey, int>> WriteAsync(KpiTrackerDbContext db, RegisterContents contents, CancellationToken cancellationToken)
    {
        var ids = new Dictionary<UnitKey, int>(contents.Units.Count);
        await using (var insert = Command(db, InsertUnit, "$code", "$from", "$to", "$name", "$nameWithKind", "$kind", "$population"))
        {
            foreach (var unit in contents.Units)
            {
                object? population = contents.Populations.TryGetValue(unit.Key, out var people) ? people : null;
                Set(insert, unit.Code, Day(unit.Key.ValidFrom), unit.ValidTo is { } last ? Day(last) : null, unit.Name, unit.NameWithKind, unit.Kind, population);
                ids[unit.Key] = Convert.ToInt32(await insert.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
            }
        }

        await using (var parent = Command(db, SetParent, "$parent", "$id"))
        {
            foreach (var unit in contents.Units)
            {
                Set(parent, unit.Parent is { } above ? ids[above] : null, ids[unit.Key]);
                await parent.ExecuteNonQueryAsync(cancellationToken);
            }
        }

        await db.Successions.ExecuteDeleteAsync(cancellationToken);
        await using var succession = Command(db, InsertSuccession, "$from", "$to", "$portion", "$note");
        foreach (var (from, to, portion, note) in contents.Successions)
        {
            Set(succession, ids[from], ids[to], portion.ToString(), note);
            await succession.ExecuteNonQueryAsync(cancellationToken);
        }

        return ids;
    }

    // The same text that the model's own mapping writes for a DateOnly.
    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DbCommand Command(KpiTrackerDbContext db, string sql, params string[] parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static void Set(DbCommand command, params object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
