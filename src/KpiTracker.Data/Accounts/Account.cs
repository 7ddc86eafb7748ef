using KpiTracker.Data.OrganisationUnits;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Accounts;

/// <summary>Someone who signs in: one role, and the units of <see cref="Scopes"/>.</summary>
public sealed class Account : IdentityUser
{
    public required string DisplayName { get; set; }

    public AccountRole Role { get; set; }

    /// <summary>The home unit: whose pages come first while the account may work for it. It gives no right by itself.</summary>
    public int UnitId { get; set; }

    public List<AccountScope> Scopes { get; } = [];

    /// <summary>The thirty-second step of the last code from the authenticator that was accepted: it and earlier ones are accepted no more. 0 before the first.</summary>
    public long LastCodeStep { get; set; }

    /// <summary><c>null</c> before the first sign-in.</summary>
    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>Made with the sample data, and removed with it.</summary>
    public bool IsSample { get; set; }

    /// <summary>Shut by an administrator; unlike the short lock after wrong passwords, which must not throw out someone who is signed in.</summary>
    public bool IsShut => LockoutEnd == DateTimeOffset.MaxValue;
}

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        account.HasMany(a => a.Scopes).WithOne().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
