using KpiTracker.Data.Indicators;
using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>What a person said that a label in a unit's workbooks means. One meaning per unit and label; an administrator can remove it.</summary>
public sealed class LabelMappingRow
{
    public int Id { get; set; }

    /// <summary>The unit whose next files it holds for.</summary>
    public int UnitId { get; set; }

    /// <summary>The label folded, as <see cref="LabelMapping.Key"/>.</summary>
    public required string Key { get; set; }

    /// <summary>The label as it stood in the file in which it was mapped.</summary>
    public required string Written { get; set; }

    public LabelUse Use { get; set; }

    /// <summary>Only for <see cref="LabelUse.Indicator"/>.</summary>
    public string? IndicatorCode { get; set; }

    public DateTimeOffset At { get; set; }

    public required string ById { get; set; }

    public required string ByName { get; set; }
}

internal sealed class LabelMappingConfiguration : IEntityTypeConfiguration<LabelMappingRow>
{
    public void Configure(EntityTypeBuilder<LabelMappingRow> mapping)
    {
        mapping.ToTable("LabelMappings");
        mapping.HasIndex(m => new { m.UnitId, m.Key }).IsUnique();
        mapping.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
        mapping.HasOne<IndicatorRow>().WithMany().HasForeignKey(m => m.IndicatorCode).OnDelete(DeleteBehavior.Restrict);
    }
}
