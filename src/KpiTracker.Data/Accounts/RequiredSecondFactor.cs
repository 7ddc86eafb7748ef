using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Accounts;

/// <summary>That an administrator asks everyone of a role for a second factor. No row: it is each person's own choice.</summary>
public sealed class RequiredSecondFactor
{
    public AccountRole Role { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }
}

internal sealed class RequiredSecondFactorConfiguration : IEntityTypeConfiguration<RequiredSecondFactor>
{
    public void Configure(EntityTypeBuilder<RequiredSecondFactor> required)
    {
        required.ToTable("RequiredSecondFactors");
        required.HasKey(r => r.Role);
    }
}
