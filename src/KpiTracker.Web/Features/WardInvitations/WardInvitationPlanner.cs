using System.Globalization;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Documents.Invitations;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Texts;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KpiTracker.Web.Features.WardInvitations;

/// <summary>Holds a list of ward officers against the wards and accounts of today: who can be invited, and why others cannot. Changes nothing.</summary>
internal sealed class WardInvitationPlanner(Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, IOptions<IdentityOptions> identity, TimeProvider time)
{
    public async Task<WardsWithoutOfficer> WithoutOfficerAsync(Officer officer, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        var known = await KnownAsync(db, officer, cancellationToken);
        return new WardsWithoutOfficer([.. known.Wards.Values.Where(ward => known.OfficerOf(ward) is null)], known.Wards.Count);
    }

    public async Task<IReadOnlyList<PlannedInvitation>> PlanAsync(IReadOnlyList<InvitationLine> lines, Officer officer, CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await PlanAsync(db, lines, officer, cancellationToken);
    }

    /// <summary>The same as the caller's transaction sees it.</summary>
    public async Task<IReadOnlyList<PlannedInvitation>> PlanAsync(KpiTrackerDbContext db, IReadOnlyList<InvitationLine> lines, Officer officer, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(db, officer, cancellationToken);
        List<PlannedInvitation> plan = [];
        foreach (var line in lines)
        {
            plan.Add(Plan(line, known, plan));
        }

        return plan;
    }

    private PlannedInvitation Plan(InvitationLine line, KnownAccounts known, List<PlannedInvitation> before)
    {
        var ward = known.Wards.GetValueOrDefault(line.Code.ToUpperInvariant());
        var isAddress = EmailAddress.TryRead(line.Email, out var email);
        var planned = new PlannedInvitation(line, ward, line.UserName.Length > 0 ? line.UserName : email ?? string.Empty, email, InvitationStanding.Ready);
        return line.OddCell.Length > 0 ? As(InvitationStanding.OddCell, line.OddCell)
            : ward is null ? As(InvitationStanding.UnknownWard, line.Code)
            : !Names(line.Ward, ward) ? As(InvitationStanding.NotThisWard, ward.NameWithKind)
            : line.Name.Length == 0 ? As(InvitationStanding.NameMissing)
            : !isAddress ? As(InvitationStanding.EmailNotRead, line.Email)
            : planned.UserName.Length == 0 ? As(InvitationStanding.UserNameMissing)
            : !planned.UserName.All(identity.Value.User.AllowedUserNameCharacters.Contains) ? As(InvitationStanding.UserNameNotAllowed, planned.UserName)
            : before.Find(b => IsSame(b, planned)) is { } first ? As(InvitationStanding.Twice, first.Line.Row.ToString(CultureInfo.InvariantCulture))
            : known.Find(planned.UserName) is { } account ? Standing(account, ward, known)
            : known.OfficerOf(ward) is { } other ? As(InvitationStanding.WardHasOfficer, other.UserName!)
            : planned;

        PlannedInvitation As(InvitationStanding standing, string detail = "") => planned with { Standing = standing, Detail = detail };

        PlannedInvitation Standing(Account account, OrganisationUnit ward, KnownAccounts known) =>
            account is not { Role: AccountRole.WardOfficer, IsShut: false } || !known.WorksFor(account, ward) ? As(InvitationStanding.UserNameTaken, planned.UserName)
            : As(account.PasswordHash is null && !account.IsSample ? InvitationStanding.Invited : InvitationStanding.InUse) with { AccountId = account.Id };
    }

    private static bool IsSame(PlannedInvitation one, PlannedInvitation other) =>
        one.Ward is not null && (one.Ward == other.Ward || string.Equals(one.UserName, other.UserName, StringComparison.OrdinalIgnoreCase));

    /// <summary>Beside the code the name is only a cross-check: "P. Bưởi" names Phường Bưởi, and nothing names whatever the code says.</summary>
    private static bool Names(string written, OrganisationUnit ward) =>
        written.Length == 0 || Fold.Words(written).EndsWith(Fold.Words(ward.Name), StringComparison.Ordinal);

    private async Task<KnownAccounts> KnownAsync(KpiTrackerDbContext db, Officer officer, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var today = time.Today();
        var wards = AccountUnits.Of(snapshot.Units, officer.Unit, ReportingPeriod.Of(today)).Where(u => u.IsWard);
        var accounts = await db.Users.AsNoTracking().Include(a => a.Scopes).OrderBy(a => a.NormalizedUserName).ToListAsync(cancellationToken);
        return new KnownAccounts(wards.ToDictionary(w => w.Code.ToUpperInvariant()), accounts, snapshot, today);
    }

    /// <param name="Wards">By code, in the order of codes.</param>
    private sealed record KnownAccounts(Dictionary<string, OrganisationUnit> Wards, List<Account> Accounts, RegisterSnapshot Snapshot, DateOnly Today)
    {
        public Account? Find(string userName) => Accounts.Find(a => string.Equals(a.UserName, userName, StringComparison.OrdinalIgnoreCase));

        public Account? OfficerOf(OrganisationUnit ward) => Accounts.Find(a => a is { Role: AccountRole.WardOfficer, IsShut: false } && WorksFor(a, ward));

        /// <summary>Today or some day to come.</summary>
        public bool WorksFor(Account account, OrganisationUnit ward)
        {
            var unit = Snapshot.IdOf(ward.Key);
            return account.Scopes.Exists(s => s.UnitId == unit && (s.To is null || s.To >= Today));
        }
    }
}
