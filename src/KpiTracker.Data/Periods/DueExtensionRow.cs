using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Periods;

/// <summary>That somebody gave a unit more time for a month's reports. The last of a unit and month is in force; nothing is ever changed or removed.</summary>
public sealed class DueExtensionRow
{
    public int Id { get; set; }

    /// <summary>A ward, or a unit above wards: then it is for all of them.</summary>
    public int UnitId { get; set; }

    public ReportingPeriod Period { get; set; }

    /// <summary>The last day on which the report is on time; the calendar's own takes an earlier extension back.</summary>
    public DateOnly DueOn { get; set; }

    public required string Reason { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }
}

internal sealed class DueExtensionConfiguration : IEntityTypeConfiguration<DueExtensionRow>
{
    public void Configure(EntityTypeBuilder<DueExtensionRow> extension)
    {
        extension.ToTable("DueExtensions");
        extension.HasIndex(e => new { e.UnitId, e.Period });
        extension.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(e => e.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
