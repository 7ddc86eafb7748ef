using KpiTracker.Documents.Invitations;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Web.Features.WardInvitations;

/// <summary>What becomes of a line of the list, or why nothing does.</summary>
public enum InvitationStanding
{
    /// <summary>An account is made and invited.</summary>
    Ready,

    /// <summary>Its account is there and has no password yet; the link can be made anew.</summary>
    Invited,

    /// <summary>Its account is there, and used.</summary>
    InUse,

    /// <summary>A cell holds an error, or text that shows as something else than it is.</summary>
    OddCell,

    /// <summary>The code is no ward's of the administrator's today.</summary>
    UnknownWard,

    /// <summary>The code is another ward's than the one named beside it.</summary>
    NotThisWard,

    NameMissing,
    EmailNotRead,

    /// <summary>Neither a user name nor an address that could serve as one.</summary>
    UserNameMissing,
    UserNameNotAllowed,

    /// <summary>Somebody else's, or an account that is shut.</summary>
    UserNameTaken,

    /// <summary>Another person works for the ward already: a second one is invited singly.</summary>
    WardHasOfficer,

    /// <summary>An earlier line is for the same ward or bears the same user name.</summary>
    Twice,
}

/// <param name="Ward"><c>null</c> when the code is none.</param>
/// <param name="UserName">As written, else the address.</param>
/// <param name="Email"><c>null</c> when none is written.</param>
/// <param name="Detail">What the sentence about it names; empty where it names nothing.</param>
/// <param name="AccountId">Of the account that is there; <c>null</c> when there is none.</param>
public sealed record PlannedInvitation(InvitationLine Line, OrganisationUnit? Ward, string UserName, string? Email, InvitationStanding Standing, string Detail = "", string? AccountId = null);

/// <param name="Missing">Wards of the administrator's without an open account of an officer, by code.</param>
/// <param name="Total">All of the administrator's wards.</param>
internal sealed record WardsWithoutOfficer(IReadOnlyList<OrganisationUnit> Missing, int Total);

/// <param name="Link">Whole, with the site's address.</param>
public sealed record InvitedOfficer(OrganisationUnit Ward, string Name, string UserName, string? Email, string Link);
