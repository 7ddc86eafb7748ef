using System.Threading.Channels;
using KpiTracker.Data;
using KpiTracker.Data.Messages;
using KpiTracker.Data.Record;
using KpiTracker.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Mail;

/// <param name="Key">The same key is sent once, however often it is asked for.</param>
/// <param name="What">The line of the record that is written with it; addresses and texts have no place there.</param>
internal sealed record NewMessage(string Key, string To, string Subject, string Body, string ById, AuditEvent What);

/// <summary>The mails that wait. Writing one returns when it is on the disk; sending is the background's work.</summary>
internal sealed class Outbox(DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <returns>How many were written now; those written before are not written again.</returns>
    public async Task<int> WriteAsync(IReadOnlyCollection<NewMessage> messages, CancellationToken cancellationToken)
    {
        var written = await writer.WriteAsync(db => AddAsync(db, messages), cancellationToken);
        Announce();
        return written;
    }

    /// <summary>The same inside the caller's transaction; after its end the sender is told by <see cref="Announce"/>.</summary>
    public async Task<int> AddAsync(KpiTrackerDbContext db, IReadOnlyCollection<NewMessage> messages)
    {
        var now = time.GetUtcNow();
        var keys = messages.Select(m => m.Key).ToList();
        var known = await db.OutgoingMessages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToHashSetAsync();
        var fresh = messages.Where(m => known.Add(m.Key)).ToList();
        db.OutgoingMessages.AddRange(fresh.Select(m => new OutgoingMessage
        {
            Key = m.Key,
            To = m.To,
            Subject = m.Subject,
            Body = m.Body,
            ById = m.ById,
            WrittenAt = now,
            NextAttemptAt = now,
        }));
        await audit.AppendAsync(db, [.. fresh.Select(m => m.What)]);
        return fresh.Count;
    }

    /// <summary>Wakes the sender: something was written.</summary>
    public void Announce() => _news.Writer.TryWrite(true);

    /// <summary>Those that are due to be tried, the oldest first.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> DueAsync(int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.OutgoingMessages.AsNoTracking().Where(m => m.NextAttemptAt != null && m.NextAttemptAt <= now).OrderBy(m => m.Id).Take(most).ToListAsync(cancellationToken);
    }

    public Task MarkSentAsync(int id, CancellationToken cancellationToken) => MarkAsync(
        id,
        (message, now) =>
        {
            message.SentAt = now;
            message.NextAttemptAt = null;
            message.Body = string.Empty;
            message.Problem = null;
        },
        cancellationToken);

    /// <summary>It is tried again later, ever less often; after a day it is given up.</summary>
    public Task MarkFailedAsync(int id, string problem, CancellationToken cancellationToken) => MarkAsync(
        id,
        (message, now) =>
        {
            message.Problem = problem;
            message.NextAttemptAt = OutboxPause.After(message.Attempts + 1) is { } pause ? now + pause : null;
            message.Body = message.NextAttemptAt is null ? string.Empty : message.Body;
        },
        cancellationToken);

    /// <summary>Returns when something was written, or the pause is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var pause = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, pause.Token);
        try
        {
            await _news.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Time to look again.
        }
    }

    private Task<int> MarkAsync(int id, Action<OutgoingMessage, DateTimeOffset> change, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return writer.WriteAsync(
            async db =>
            {
                var message = await db.OutgoingMessages.SingleAsync(m => m.Id == id);
                change(message, now);
                message.Attempts++;
                return await db.SaveChangesAsync();
            },
            cancellationToken);
    }
}

/// <summary>How long a mail that was not taken waits for the next attempt.</summary>
internal static class OutboxPause
{
    private static readonly int[] Minutes = [1, 5, 15, 60, 180, 360, 720];

    /// <param name="attempts">How often it was tried, at least once.</param>
    /// <returns><c>null</c>: it is given up.</returns>
    public static TimeSpan? After(int attempts) => attempts <= Minutes.Length ? TimeSpan.FromMinutes(Minutes[attempts - 1]) : null;
}
