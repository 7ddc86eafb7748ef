using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.OwnAccount;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>One account: its name, role and unit, a new link, and its shutting.</summary>
public sealed partial class AccountPage
{
    private AdministeredAccount? _account;
    private IReadOnlyList<OrganisationUnit> _units = [];
    private InvitationOutcome? _outcome;
    private AccountChange? _change;

    [Parameter]
    public string Id { get; set; } = string.Empty;

    [SupplyParameterFromForm(FormName = "change", Name = "Asked")]
    private AskedAccount? Asked { get; set; }

    [SupplyParameterFromForm(FormName = "scopes", Name = "Scopes")]
    private WrittenScopes? Scopes { get; set; }

    [Inject]
    private AccountAdministration Accounts { get; set; } = null!;

    [Inject]
    private Invitations Invitations { get; set; } = null!;

    [Inject]
    private InvitationLetters Letters { get; set; } = null!;

    [Inject]
    private SecondFactors Factors { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>What was written and not saved: it stays in the form, to be mended.</summary>
    private AskedAccount? Refused => _change is null or AccountChange.Done ? null : Asked;

    protected override async Task OnInitializedAsync()
    {
        _units = AccountUnits.Of((await Registers.CurrentAsync()).Units, (await Officers.GetAsync()).Unit, ReportingPeriod.Of(Time.Today()));
        _account = await Accounts.FindAsync(Id, CancellationToken.None);
        if (_account is null)
        {
            Navigation.NotFound();
        }
    }

    private async Task ChangeAsync()
    {
        if (AccountUnits.Meant(_units, Asked?.Unit) is { Count: > 1 } meant)
        {
            _outcome = new InvitationOutcome.UnitAmbiguous(meant);
            _change = AccountChange.UnitDoesNotFit;
            return;
        }

        await ShowAsync(
            AccountUnits.Find(_units, Asked?.Unit) is not { } unit || Asked?.DisplayName?.Trim() is not { Length: > 0 } name
                ? AccountChange.UnitDoesNotFit
                : await Accounts.ChangeAsync(Id, name, Asked.Role, unit.Key, Asked.Email, CancellationToken.None));
    }

    private async Task SetScopesAsync()
    {
        List<OrganisationUnit> known = [.. _account!.Scopes.Select(s => s.Unit), .. _units];
        if (Scopes?.Lines?.Select(line => AccountUnits.Meant(known, line.Unit)).FirstOrDefault(meant => meant.Count > 1) is { } several)
        {
            _outcome = new InvitationOutcome.UnitAmbiguous(several);
            _change = AccountChange.ScopesNotRead;
            return;
        }

        await ShowAsync(AccountScopes.Read(Scopes?.Lines ?? [], known, Time.Today()) is { } scopes
            ? await Accounts.SetScopesAsync(Id, scopes, CancellationToken.None)
            : AccountChange.ScopesNotRead);
    }

    private async Task ToggleAsync() => await ShowAsync(
        _account!.IsShut ? await Accounts.OpenAsync(Id, CancellationToken.None) : await Accounts.ShutAsync(Id, CancellationToken.None));

    private async Task ResetFactorAsync()
    {
        await Factors.TurnOffAsync(Id, byAdministrator: true);
        await ShowAsync(AccountChange.Done);
    }

    private async Task InviteAgainAsync()
    {
        _outcome = await Invitations.InviteAgainAsync(Id);
        await Letters.SendAsync(_outcome, Navigation.BaseUri, await Officers.GetAsync(), CancellationToken.None);
        _account = await Accounts.FindAsync(Id, CancellationToken.None);
    }

    private async Task ShowAsync(AccountChange change)
    {
        _change = change;
        _account = await Accounts.FindAsync(Id, CancellationToken.None);
    }
}

/// <summary>The form about units as it was written.</summary>
internal sealed class WrittenScopes
{
    public List<WrittenScope>? Lines { get; set; }
}
