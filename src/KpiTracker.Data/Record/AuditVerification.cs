using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Record;

/// <summary>
/// Holds the record against itself and against what is known of it elsewhere. It reads the columns as the database holds them, so that it judges also
/// what no program of ours could have written, and it changes nothing.
/// </summary>
public static class AuditVerification
{
    private const string Lines =
        """
        SELECT "Sequence", "At", "AccountId", "Name", "Role", "Address", "Action", "Subject", "UnitId", "Before", "After", "PreviousHash", "Hash"
        FROM "AuditEntries" ORDER BY "Sequence"
        """;

    private const int HashedColumns = 12;

    /// <param name="witnesses">Heads that were printed elsewhere. One from before a restore that the record itself tells of may name lines that were moved aside with the former database.</param>
    public static async Task<AuditVerdict> RunAsync(KpiTrackerDbContext db, IEnumerable<AuditWitness> witnesses, CancellationToken cancellationToken = default)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Lines;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = witnesses.ToLookup(w => w.Head.Sequence);
        var head = AuditHead.None;
        List<(AuditWitness Witness, AuditVerdict.Broken Verdict)> denied = [];
        List<AuditRestore> restores = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var line = Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i)).ToArray();
            var sequence = long.TryParse(line[0], CultureInfo.InvariantCulture, out var number) ? number : head.Sequence + 1;
            if (FaultOf(sequence, line, head) is { } fault)
            {
                return new AuditVerdict.Broken(head.Sequence + 1, fault, null);
            }

            head = new AuditHead(sequence, line[^1]!);
            if (line[6] == nameof(AuditAction.DatabaseRestored))
            {
                restores.Add(new AuditRestore(sequence, DateTimeOffset.Parse(line[1]!, CultureInfo.InvariantCulture), line[7]!.Split(':', 2)[^1]));
            }

            denied.AddRange(known[sequence].Where(w => w.Head.Hash != line[^1]).Select(w => (w, new AuditVerdict.Broken(sequence, AuditFault.Rewritten, w.Name))));
        }

        var end = head.Sequence;
        denied.AddRange(known.SelectMany(w => w).Where(w => w.Head.Sequence > end).Select(w => (w, new AuditVerdict.Broken(end + 1, AuditFault.CutOff, w.Name))));
        return denied.Where(d => !restores.Exists(r => r.Sequence <= d.Witness.Head.Sequence && r.At > d.Witness.At)).OrderBy(d => d.Verdict.Sequence).FirstOrDefault() is { Verdict: { } broken, Witness: { } witness }
            ? broken with { Restore = witness.At is null ? restores.LastOrDefault(r => r.Sequence <= witness.Head.Sequence) : null }
            : new AuditVerdict.Whole(head);
    }

    private static AuditFault? FaultOf(long sequence, string?[] line, AuditHead head) =>
        sequence != head.Sequence + 1 ? AuditFault.Missing
        : AuditChain.HashOf(line.Take(HashedColumns)) != line[^1] ? AuditFault.Changed
        : line[HashedColumns - 1] != head.Hash ? AuditFault.DoesNotFollow
        : null;

    private static string? Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture);
}
