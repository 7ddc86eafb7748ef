using System.Security.Cryptography;
using System.Text.Json;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>
/// Waits of <see cref="BackOff"/> that outlive a restart. Written only when five wrong tries have come to a wait, and then once a wait: a flood of
/// guesses costs the writer less than the lines of the record that it makes anyway. Names that do not exist are kept like others, or a restart would tell
/// them apart; all are sealed, since people type their password into that field, and gone after an hour.
/// </summary>
internal sealed class SignInWaits(
    BackOff backOff, DatabaseWriter writer, IDbContextFactory<KpiTrackerDbContext> dbFactory, IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _who = protection.CreateProtector("KpiTracker.SignInWait");

    /// <inheritdoc cref="BackOff.Begin"/>
    public TimeSpan? Begin(string name, string address) => backOff.Begin(name, address);

    /// <inheritdoc cref="BackOff.TakeBack"/>
    public void TakeBack(string name, string address) => backOff.TakeBack(name, address);

    /// <summary>The try was wrong.</summary>
    public async Task KeepAsync(string name, string address)
    {
        if (backOff.Find(name, address) is not { } standing)
        {
            return;
        }

        var who = _who.Protect(JsonSerializer.Serialize<string[]>([name, address]));
        await writer.WriteAsync(async db =>
        {
            await ForgetOldAsync(db);
            if (await db.SignInWaits.SingleOrDefaultAsync(w => w.Id == standing.Id) is not { } wait)
            {
                db.SignInWaits.Add(wait = new SignInWait { Id = standing.Id, Who = who });
            }

            (wait.Tries, wait.LastAt, wait.Until) = (standing.Tries, standing.LastAt, standing.Until);
            await db.SaveChangesAsync();
            return true;
        });
    }

    /// <summary>The try was right.</summary>
    public async Task ForgetAsync(string name, string address)
    {
        if (backOff.Forgive(name, address) is { Tries: > BackOff.FreeTries, Id: var id })
        {
            await writer.WriteAsync(db => db.SignInWaits.Where(w => w.Id == id).ExecuteDeleteAsync());
        }
    }

    /// <summary>Once, before the first request.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        if (!await db.SignInWaits.AnyAsync(cancellationToken))
        {
            return;
        }

        await writer.WriteAsync(ForgetOldAsync, cancellationToken);
        foreach (var wait in await db.SignInWaits.AsNoTracking().OrderByDescending(w => w.LastAt).Take(BackOff.MostRemembered).ToListAsync(cancellationToken))
        {
            if (Open(wait.Who) is [var name, var address])
            {
                backOff.Restore(name, address, new BackOff.Standing(wait.Tries, wait.LastAt, wait.Until, wait.Id));
            }
        }
    }

    private Task<int> ForgetOldAsync(KpiTrackerDbContext db)
    {
        var old = time.GetUtcNow() - BackOff.Memory;
        return db.SignInWaits.Where(w => w.LastAt < old).ExecuteDeleteAsync();
    }

    /// <returns>Name and address; <c>null</c> when it was sealed with keys that this site has not, as after a restore elsewhere.</returns>
    private string[]? Open(string who)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(_who.Unprotect(who));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Before the first request: whoever had to wait before a restart still has to.</summary>
internal sealed class WaitsAtStart(SignInWaits waits) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => waits.LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
