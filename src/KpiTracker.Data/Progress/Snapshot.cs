using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Progress;

/// <summary>What was presented of a unit and month at a moment, word by word and figure by figure: minutes that refer to it stay true whatever is sent later.</summary>
public sealed class Snapshot
{
    public Guid Id { get; set; }

    public int UnitId { get; set; }

    public ReportingPeriod Period { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>The slides in every language, as JSON.</summary>
    public required string Content { get; set; }
}

internal sealed class SnapshotConfiguration : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> snapshot)
    {
        snapshot.ToTable("Snapshots");
        snapshot.HasIndex(s => new { s.UnitId, s.Period, s.At });
        snapshot.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
