using System.Globalization;
using KpiTracker.Data.Accounts;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Where a one-time link leads: the person chooses a password.</summary>
public sealed partial class InvitationPage
{
    // Whose link it is; null when it is good no longer.
    private Account? _account;
    private bool _isSet;
    private string? _problem;

    [SupplyParameterFromQuery(Name = "account")]
    private string? AccountId { get; set; }

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "follow")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "follow")]
    private string? Again { get; set; }

    [Inject]
    private Invitations Invitations { get; set; } = null!;

    protected override async Task OnInitializedAsync() => _account = await Invitations.FindAsync(AccountId, Token);

    private async Task FollowAsync()
    {
        if (Password != Again)
        {
            _problem = L["Follow.Different"];
            return;
        }

        switch (await Invitations.FollowAsync(AccountId, Token, Password ?? string.Empty))
        {
            case InvitationOutcome.PasswordSet:
                _isSet = true;
                break;
            case InvitationOutcome.PasswordRefused refused:
                _problem = refused.Fault.Sentence(CultureInfo.CurrentUICulture);
                break;
            default:
                _account = null;
                break;
        }
    }
}
