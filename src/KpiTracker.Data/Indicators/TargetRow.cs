using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Indicators;

/// <summary>A target as it is kept; two milestones of one indicator are two rows.</summary>
public sealed class TargetRow
{
    public int Id { get; set; }

    public int UnitId { get; set; }

    public required string IndicatorCode { get; set; }

    public Comparator Comparator { get; set; }

    public bool ComparatorStated { get; set; }

    /// <summary>0–100 for a percentage, else a count.</summary>
    public decimal Value { get; set; }

    public TargetMeasure Measure { get; set; }

    public DateOnly? Deadline { get; set; }

    public DeadlinePrecision Precision { get; set; }

    public required string Source { get; set; }

    public required string Quote { get; set; }
}

internal sealed class TargetConfiguration : IEntityTypeConfiguration<TargetRow>
{
    public void Configure(EntityTypeBuilder<TargetRow> target)
    {
        target.ToTable("Targets");
        target.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(t => t.UnitId).OnDelete(DeleteBehavior.Restrict);
        target.HasOne<IndicatorRow>().WithMany().HasForeignKey(t => t.IndicatorCode).OnDelete(DeleteBehavior.Restrict);
    }
}
