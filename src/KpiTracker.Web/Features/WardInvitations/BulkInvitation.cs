using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Documents.Invitations;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Mail;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.WardInvitations;

/// <summary>
/// Invites the officers of many wards: their accounts, their lines in the record and the mails to them are one transaction. Whoever is invited already
/// is not invited again, so that the same list does no harm a second time.
/// </summary>
internal sealed class BulkInvitation(WardInvitationPlanner planner, Invitations invitations, WardLetters letters, KpiTrackerDbContext db, AuditTrail audit, Registers registers)
{
    /// <param name="lines">As read from the list; what of them can be invited is judged anew.</param>
    /// <param name="renew">Whoever was invited and has not set a password gets a new link; the former is worthless.</param>
    /// <param name="baseAddress">Of the site, as the administrator's browser knows it.</param>
    /// <returns>Those who have a new link now, in the order of the list.</returns>
    public async Task<IReadOnlyList<InvitedOfficer>> InviteAsync(IReadOnlyList<InvitationLine> lines, bool renew, string baseAddress, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        List<(PlannedInvitation Planned, InvitationOutcome.Link Link)> made = [];
        List<AuditEvent> events = [];
        foreach (var planned in await planner.PlanAsync(db, lines, officer, cancellationToken))
        {
            if (await AccountAsync(planned, renew, snapshot, events) is { } account)
            {
                made.Add((planned, await invitations.LinkAsync(account)));
            }
        }

        await audit.AppendAsync(db, events);
        await letters.AddAsync(db, [.. made.Select(m => m.Link)], baseAddress, officer);
        await transaction.CommitAsync(CancellationToken.None);
        letters.Announce();
        return [.. made.Select(m => new InvitedOfficer(m.Planned.Ward!, m.Planned.Line.Name, m.Link.UserName, m.Link.Email, baseAddress.TrimEnd('/') + m.Link.Path))];
    }

    /// <returns><c>null</c> for whom there is no link.</returns>
    private async Task<Account?> AccountAsync(PlannedInvitation planned, bool renew, RegisterSnapshot snapshot, List<AuditEvent> events)
    {
        switch (planned.Standing)
        {
            case InvitationStanding.Ready:
                var account = new Account
                {
                    UserName = planned.UserName,
                    DisplayName = planned.Line.Name,
                    Role = AccountRole.WardOfficer,
                    UnitId = snapshot.IdOf(planned.Ward!.Key),
                    Email = planned.Email,
                };
                var (result, what) = await invitations.AddAsync(account, snapshot);
                events.Add(what ?? throw new InvalidOperationException($"Row {planned.Line.Row} was fit to be invited and was refused: {result}"));
                return account;
            case InvitationStanding.Invited when renew:
                var invited = await db.Users.SingleAsync(a => a.Id == planned.AccountId);
                events.Add(await invitations.RenewAsync(invited));
                return invited;
            default:
                return null;
        }
    }
}

/// <summary>The mails of such a list.</summary>
internal sealed class WardLetters(InvitationLetters letters, Outbox outbox)
{
    public Task AddAsync(KpiTrackerDbContext db, IReadOnlyList<InvitationOutcome.Link> links, string baseAddress, Officer by) =>
        outbox.AddAsync(db, [.. links.Select(link => letters.Of(link, baseAddress, by)).OfType<NewMessage>()]);

    public void Announce() => outbox.Announce();
}
