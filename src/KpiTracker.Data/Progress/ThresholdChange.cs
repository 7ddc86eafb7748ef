using KpiTracker.Domain.Progress;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Progress;

/// <summary>That an administrator set the thresholds of the statuses. The latest is in force; none means <see cref="StatusThresholds.Default"/>. Nothing is ever changed or removed.</summary>
public sealed class ThresholdChange
{
    public int Id { get; set; }

    /// <summary>Shares of what the path asks for, as in <see cref="StatusThresholds"/>.</summary>
    public decimal OnTrackFrom { get; set; }

    public decimal AtRiskFrom { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }

    public StatusThresholds Thresholds => new(OnTrackFrom, AtRiskFrom);
}

internal sealed class ThresholdChangeConfiguration : IEntityTypeConfiguration<ThresholdChange>
{
    public void Configure(EntityTypeBuilder<ThresholdChange> change)
    {
        change.ToTable("ThresholdChanges");
        change.Ignore(c => c.Thresholds);
    }
}
