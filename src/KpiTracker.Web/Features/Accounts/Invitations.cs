using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>How an invitation, or the following of one, ended.</summary>
public abstract record InvitationOutcome
{
    private InvitationOutcome()
    {
    }

    /// <param name="Path">The one-time link, without the site's address; to be shown once, now.</param>
    public sealed record Link(string Path, Account Account) : InvitationOutcome
    {
        public string UserName => Account.UserName!;

        /// <summary><c>null</c> when none is known.</summary>
        public string? Email => Account.Email;
    }

    public sealed record PasswordSet : InvitationOutcome;

    public sealed record PasswordRefused(PasswordFault Fault) : InvitationOutcome;

    /// <summary>Used already, older than <see cref="Invitations.Lifespan"/>, replaced by a later one, or the account is gone or shut: all look the same from outside.</summary>
    public sealed record NoLongerGood : InvitationOutcome;

    public sealed record NameTaken : InvitationOutcome;

    public sealed record NameNotAllowed : InvitationOutcome;

    public sealed record UnitDoesNotFit : InvitationOutcome;

    /// <param name="Units">Two or more that bear the name that was written.</param>
    public sealed record UnitAmbiguous(IReadOnlyList<OrganisationUnit> Units) : InvitationOutcome;

    /// <summary>Something is written where an address belongs, and it is none.</summary>
    public sealed record EmailNotRead : InvitationOutcome;
}

/// <summary>Invites people by one-time links, with which they choose their own password: nobody else ever knows it. A lost password is mended the same way.</summary>
internal sealed class Invitations(UserManager<Account> users, Registers registers, KpiTrackerDbContext db, AuditTrail audit, TimeProvider time)
{
    public const string Page = "/invitation";

    public static readonly TimeSpan Lifespan = TimeSpan.FromDays(7);

    /// <param name="email">As written; empty for none.</param>
    public async Task<InvitationOutcome> InviteAsync(string userName, string displayName, AccountRole role, UnitKey unit, string? email = null)
    {
        var snapshot = await registers.CurrentAsync();
        if (role == AccountRole.WardOfficer && snapshot.Units.Find(unit) is not { IsWard: true })
        {
            return new InvitationOutcome.UnitDoesNotFit();
        }

        if (!EmailAddress.TryRead(email, out var address))
        {
            return new InvitationOutcome.EmailNotRead();
        }

        var account = new Account { UserName = userName, DisplayName = displayName, Role = role, UnitId = snapshot.IdOf(unit), Email = address };
        var made = await audit.TogetherAsync(db, () => AddAsync(account, snapshot));
        return made.Succeeded ? await LinkAsync(account)
            : made.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? new InvitationOutcome.NameTaken()
            : made.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidUserName)) ? new InvitationOutcome.NameNotAllowed()
            : throw new InvalidOperationException($"The account was not kept: {made}");
    }

    /// <summary>A new link for an account; earlier ones that nobody has used are good no longer, the password is until the link is followed.</summary>
    public async Task<InvitationOutcome> InviteAgainAsync(string id)
    {
        if (await users.FindByIdAsync(id) is not { IsShut: false } account)
        {
            return new InvitationOutcome.NoLongerGood();
        }

        await audit.TogetherAsync<bool>(db, async () => (true, await RenewAsync(account)));
        return await LinkAsync(account);
    }

    /// <summary>Makes an account without a password inside the caller's transaction.</summary>
    /// <returns>The line for the record; <c>null</c> when it was refused.</returns>
    internal async Task<(IdentityResult Result, AuditEvent? What)> AddAsync(Account account, RegisterSnapshot snapshot)
    {
        account.Scopes.Add(new AccountScope { UnitId = account.UnitId, From = time.Today() });
        return await users.CreateAsync(account) is var result && result.Succeeded
            ? (result, AccountEvents.Made(AuditAction.AccountInvited, account, snapshot))
            : (result, null);
    }

    /// <summary>Makes earlier links of an account worthless inside the caller's transaction.</summary>
    internal async Task<AuditEvent> RenewAsync(Account account)
    {
        await users.UpdateSecurityStampAsync(account);
        return AccountEvents.Of(AuditAction.InvitationRenewed, account);
    }

    public async Task<InvitationOutcome> FollowAsync(string? id, string? token, string password)
    {
        if (id is null || token is null || await users.FindByIdAsync(id) is not { IsShut: false } account)
        {
            return new InvitationOutcome.NoLongerGood();
        }

        if (PasswordRule.FaultOf(password, account.UserName!) is { } fault)
        {
            return new InvitationOutcome.PasswordRefused(fault);
        }

        return await audit.TogetherAsync<InvitationOutcome>(db, async () =>
        {
            if (await users.ResetPasswordAsync(account, token, password) is { Succeeded: false })
            {
                return (new InvitationOutcome.NoLongerGood(), null);
            }

            await users.SetLockoutEndDateAsync(account, null);
            await users.ResetAccessFailedCountAsync(account);
            return (new InvitationOutcome.PasswordSet(), AccountEvents.Of(AuditAction.PasswordSet, account, by: account));
        });
    }

    /// <summary>Whose link it is, without using it up.</summary>
    /// <returns><c>null</c> when it cannot be followed any more.</returns>
    public async Task<Account?> FindAsync(string? id, string? token) =>
        id is not null && token is not null && await users.FindByIdAsync(id) is { IsShut: false } account
        && await users.VerifyUserTokenAsync(account, users.Options.Tokens.PasswordResetTokenProvider, UserManager<Account>.ResetPasswordTokenPurpose, token)
            ? account
            : null;

    /// <summary>The link that is good from now on.</summary>
    internal async Task<InvitationOutcome.Link> LinkAsync(Account account)
    {
        var token = await users.GeneratePasswordResetTokenAsync(account);
        return new InvitationOutcome.Link(QueryHelpers.AddQueryString(Page, new Dictionary<string, string?> { ["account"] = account.Id, ["token"] = token }), account);
    }
}
