using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.OrganisationUnits;

/// <summary>An organisation unit as it is kept; figures and accounts refer to its <see cref="Id"/>, people to its code at a period.</summary>
public sealed class OrganisationUnitRow
{
    public int Id { get; set; }

    public required string Code { get; set; }

    /// <summary><see cref="DateOnly.MinValue"/> when the register does not say since when.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Inclusive; <c>null</c> is "still".</summary>
    public DateOnly? ValidTo { get; set; }

    public required string Name { get; set; }

    public required string NameWithKind { get; set; }

    public required string Kind { get; set; }

    public int? ParentId { get; set; }

    /// <summary>Residents; <c>null</c> where no source gives them.</summary>
    public int? Population { get; set; }
}

internal sealed class OrganisationUnitConfiguration : IEntityTypeConfiguration<OrganisationUnitRow>
{
    public void Configure(EntityTypeBuilder<OrganisationUnitRow> unit)
    {
        unit.ToTable("OrganisationUnits");
        // A code alone names nothing: 00004 was Trúc Bạch, since 1 July 2025 it is Ba Đình.
        unit.HasIndex(u => new { u.Code, u.ValidFrom }).IsUnique();
        unit.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
