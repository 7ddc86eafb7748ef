using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Accounts;

/// <summary>A key that a telephone, a computer or a USB key made for this site, and opens with a finger, a face or a PIN. Only its public half is here.</summary>
public sealed class Passkey
{
    /// <summary>What the device calls it: at most 1,023 bytes, unlike any other.</summary>
    public required byte[] CredentialId { get; set; }

    public required string AccountId { get; set; }

    /// <summary>As its owner calls it.</summary>
    public required string Name { get; set; }

    /// <summary>The public half, as COSE writes keys.</summary>
    public required byte[] PublicKey { get; set; }

    /// <summary>How often the device says to have used it: a number that does not grow tells of a copy. 0 for ever where the device does not count.</summary>
    public long SignCount { get; set; }

    /// <summary>Ways to reach the device (<c>internal</c>, <c>usb</c> …), separated by spaces; empty when it did not say.</summary>
    public required string Transports { get; set; }

    /// <summary>Whether the key may be carried over to other devices of its owner; it never changes.</summary>
    public bool IsBackupEligible { get; set; }

    public bool IsBackedUp { get; set; }

    public DateTimeOffset AddedAt { get; set; }

    /// <summary><c>null</c> before the first sign-in with it.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.ToTable("Passkeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
