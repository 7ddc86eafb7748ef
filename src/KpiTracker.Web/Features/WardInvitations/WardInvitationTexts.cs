namespace KpiTracker.Web.Features.WardInvitations;

/// <summary>Marks the words of inviting all wards: <c>WardInvitationTexts.resx</c> and <c>WardInvitationTexts.en.resx</c>.</summary>
internal sealed class WardInvitationTexts;
