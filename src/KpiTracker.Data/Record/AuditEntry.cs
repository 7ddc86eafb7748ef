using KpiTracker.Data.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Record;

/// <summary>
/// One line of the record: who did what, when and from where. It is only ever added to – triggers of the database refuse everything else – and each
/// line's hash covers the one before. Nothing refers to other tables: the record outlives what it tells of.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>From 1, without gaps.</summary>
    public long Sequence { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset At { get; set; }

    /// <summary><c>null</c> when nobody was signed in, or the program acted by itself.</summary>
    public string? AccountId { get; set; }

    /// <summary>The person's name on that day; <c>null</c> like the account, except on the command line, where it is the machine's account.</summary>
    public string? Name { get; set; }

    public AccountRole? Role { get; set; }

    /// <summary>The address of the machine that asked; <see cref="AuditOrigin.CommandLine"/>; or <c>null</c> when the program acted by itself.</summary>
    public string? Address { get; set; }

    public AuditAction Action { get; set; }

    /// <summary>What it was done to, by an identifier that stays: <c>submission:4711</c>.</summary>
    public required string Subject { get; set; }

    /// <summary>The row of the unit concerned; <c>null</c> when none is.</summary>
    public int? UnitId { get; set; }

    /// <summary>What held before, as a JSON object of texts; <c>null</c> when nothing did.</summary>
    public string? Before { get; set; }

    /// <summary>What holds now, in the same form.</summary>
    public string? After { get; set; }

    /// <summary>The hash of the line before; 64 zeros on the first.</summary>
    public required string PreviousHash { get; set; }

    /// <summary>As <see cref="AuditChain.HashOf(AuditEntry)"/>.</summary>
    public required string Hash { get; set; }
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    /// <summary>The triggers are made by the migration. One that rebuilds the table must make them anew.</summary>
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.HasKey(e => e.Sequence);
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.HasIndex(e => new { e.AccountId, e.Sequence });
        entry.HasIndex(e => new { e.UnitId, e.Sequence });
    }
}
