using KpiTracker.Domain.OrganisationUnits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.OrganisationUnits;

/// <summary>What became of a unit, as it is kept.</summary>
public sealed class SuccessionRow
{
    public int FromId { get; set; }

    public int ToId { get; set; }

    public SuccessionPortion Portion { get; set; }

    public required string Note { get; set; }
}

internal sealed class SuccessionConfiguration : IEntityTypeConfiguration<SuccessionRow>
{
    public void Configure(EntityTypeBuilder<SuccessionRow> succession)
    {
        succession.ToTable("Successions");
        succession.HasKey(s => new { s.FromId, s.ToId });
        succession.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(s => s.FromId).OnDelete(DeleteBehavior.Restrict);
        succession.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(s => s.ToId).OnDelete(DeleteBehavior.Restrict);
    }
}
