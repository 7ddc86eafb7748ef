using System.Globalization;
using KpiTracker.Data.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data.Accounts;

/// <summary>
/// The sessions that were ended by signing out: their cookie, wherever a copy of it lies, counts no longer. Kept among the tokens of the account
/// until every cookie of the session has run out by itself.
/// </summary>
public sealed class EndedSessions(DatabaseWriter writer, TimeProvider time)
{
    /// <summary>How long a sign-in cookie is good without being used.</summary>
    public static readonly TimeSpan LongestCookie = TimeSpan.FromHours(12);

    internal const string Provider = "KpiTracker.EndedSession";

    public Task EndAsync(string accountId, string session) => writer.WriteAsync(async db =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        var kept = (now - LongestCookie - TimeSpan.FromHours(1)).ToString("O", CultureInfo.InvariantCulture);
        var known = await db.UserTokens.Where(t => t.UserId == accountId && t.LoginProvider == Provider).ToListAsync();
        db.UserTokens.RemoveRange(known.Where(t => string.CompareOrdinal(t.Value, kept) < 0 && t.Name != session));
        if (known.Exists(t => t.Name == session))
        {
            return false;
        }

        db.UserTokens.Add(new IdentityUserToken<string> { UserId = accountId, LoginProvider = Provider, Name = session, Value = now.ToString("O", CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync();
        return true;
    });
}
