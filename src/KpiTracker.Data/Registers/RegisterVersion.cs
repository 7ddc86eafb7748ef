using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Registers;

/// <summary>Which state of the register files the database holds, so that unchanged files are not loaded again. One row at most.</summary>
internal sealed class RegisterVersion
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    /// <summary>SHA-256 over the files, in hexadecimal.</summary>
    public required string Fingerprint { get; set; }
}

internal sealed class RegisterVersionConfiguration : IEntityTypeConfiguration<RegisterVersion>
{
    public void Configure(EntityTypeBuilder<RegisterVersion> version)
    {
        version.ToTable("RegisterVersion");
        version.Property(v => v.Id).ValueGeneratedNever();
    }
}
