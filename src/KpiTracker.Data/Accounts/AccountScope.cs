using KpiTracker.Data.OrganisationUnits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Accounts;

/// <summary>That an account may work for a unit between two days, both included. Rights rest on these rows alone, never on <see cref="Account.UnitId"/>.</summary>
public sealed class AccountScope
{
    public int Id { get; set; }

    public string AccountId { get; set; } = string.Empty;

    public int UnitId { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day; <c>null</c>: until further notice.</summary>
    public DateOnly? To { get; set; }
}

internal sealed class AccountScopeConfiguration : IEntityTypeConfiguration<AccountScope>
{
    public void Configure(EntityTypeBuilder<AccountScope> scope)
    {
        scope.ToTable("AccountScopes");
        scope.HasIndex(s => new { s.AccountId, s.UnitId, s.From }).IsUnique();
        scope.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
