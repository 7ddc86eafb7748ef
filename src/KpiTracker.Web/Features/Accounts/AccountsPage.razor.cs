using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>Who has an account, and the inviting of more.</summary>
public sealed partial class AccountsPage
{
    private IReadOnlyList<AdministeredAccount> _accounts = [];
    private IReadOnlyList<OrganisationUnit> _units = [];
    private InvitationOutcome? _outcome;

    [SupplyParameterFromForm(FormName = "invite", Name = "Asked")]
    private AskedAccount? Asked { get; set; }

    [Inject]
    private AccountAdministration Accounts { get; set; } = null!;

    [Inject]
    private Invitations Invitations { get; set; } = null!;

    [Inject]
    private InvitationLetters Letters { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _units = AccountUnits.Of((await Registers.CurrentAsync()).Units, (await Officers.GetAsync()).Unit, ReportingPeriod.Of(Time.Today()));
        _accounts = await Accounts.ListAsync(CancellationToken.None);
    }

    private async Task InviteAsync()
    {
        var meant = AccountUnits.Meant(_units, Asked?.Unit);
        if (Asked is not { UserName: { Length: > 0 } userName, DisplayName: { Length: > 0 } displayName } || meant is not [var unit])
        {
            _outcome = meant.Count > 1 ? new InvitationOutcome.UnitAmbiguous(meant) : new InvitationOutcome.UnitDoesNotFit();
            return;
        }

        _outcome = await Invitations.InviteAsync(userName.Trim(), displayName.Trim(), Asked.Role, unit.Key, Asked.Email);
        await Letters.SendAsync(_outcome, Navigation.BaseUri, await Officers.GetAsync(), CancellationToken.None);
        if (_outcome is InvitationOutcome.Link)
        {
            Asked = null;
            _accounts = await Accounts.ListAsync(CancellationToken.None);
        }
    }
}

/// <summary>What an administrator writes of an account.</summary>
internal sealed class AskedAccount
{
    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public AccountRole Role { get; set; }

    /// <summary>As <see cref="AccountUnits.Meant"/> reads it.</summary>
    public string? Unit { get; set; }

    /// <summary>Empty when there is none.</summary>
    public string? Email { get; set; }
}
