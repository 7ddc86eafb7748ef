using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Messages;

/// <summary>A mail that waits to be sent, or was. It is written with what it tells of, so that neither a restart nor a dead mail server loses it.</summary>
public sealed class OutgoingMessage
{
    public int Id { get; set; }

    /// <summary>The same key is never written twice: pressing a button again sends nothing again.</summary>
    public required string Key { get; set; }

    public required string To { get; set; }

    public required string Subject { get; set; }

    /// <summary>Plain text. Emptied when it has gone out or was given up: it may bear a one-time link.</summary>
    public required string Body { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    /// <summary><c>null</c> while it waits.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>When it is tried next; <c>null</c> when it was sent or given up.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Why the last attempt failed, as the mail server says it; <c>null</c> when none failed.</summary>
    public string? Problem { get; set; }
}

internal sealed class OutgoingMessageConfiguration : IEntityTypeConfiguration<OutgoingMessage>
{
    public void Configure(EntityTypeBuilder<OutgoingMessage> message)
    {
        message.ToTable("OutgoingMessages");
        message.HasIndex(m => m.Key).IsUnique();
        message.HasIndex(m => m.NextAttemptAt);
    }
}
