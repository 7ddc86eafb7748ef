using System.Collections.Concurrent;
using KpiTracker.Data.Accounts;

namespace KpiTracker.Web.Features.WardInvitations;

/// <summary>
/// The links of a list that was just invited, to be taken away once as a file by whoever invited. In memory only: links lie nowhere on the disk, and after a
/// restart, or when the time is over, they are made anew.
/// </summary>
internal sealed class LinkSheets(TimeProvider time)
{
    private static readonly TimeSpan Lifespan = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<Guid, Sheet> _sheets = new();

    public Guid Keep(IReadOnlyList<InvitedOfficer> invited, Officer officer)
    {
        var now = time.GetUtcNow();
        foreach (var (old, _) in _sheets.Where(s => s.Value.Until <= now))
        {
            _sheets.TryRemove(old, out _);
        }

        var key = Guid.NewGuid();
        _sheets[key] = new Sheet(officer.AccountId, invited, now + Lifespan);
        return key;
    }

    /// <returns><c>null</c> when it was taken, is too old, or is somebody else's.</returns>
    public IReadOnlyList<InvitedOfficer>? Take(Guid key, Officer officer) =>
        _sheets.TryGetValue(key, out var sheet) && sheet.AccountId == officer.AccountId && _sheets.TryRemove(key, out sheet) && sheet.Until > time.GetUtcNow()
            ? sheet.Invited
            : null;

    private sealed record Sheet(string AccountId, IReadOnlyList<InvitedOfficer> Invited, DateTimeOffset Until);
}
