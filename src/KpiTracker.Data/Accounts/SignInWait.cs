using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Accounts;

/// <summary>That somebody who guessed has to wait, kept so that a restart does not forget it. It is read at the start only, and goes after an hour.</summary>
public sealed class SignInWait
{
    /// <summary>By chance: nothing about who waits can be read from it.</summary>
    public required string Id { get; set; }

    /// <summary>The written name and the address, as only this site can read them: people type their password into that field.</summary>
    public required string Who { get; set; }

    /// <summary>Wrong tries in a row.</summary>
    public int Tries { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>Before this moment nothing is tried.</summary>
    public DateTimeOffset Until { get; set; }
}

internal sealed class SignInWaitConfiguration : IEntityTypeConfiguration<SignInWait>
{
    public void Configure(EntityTypeBuilder<SignInWait> wait)
    {
        wait.ToTable("SignInWaits");
        wait.HasIndex(w => w.LastAt);
    }
}
