using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>The first visit to a new site: whoever holds the token becomes its administrator.</summary>
public sealed partial class SetupPage
{
    private bool _isOpen;
    private string? _problem;
    private IReadOnlyList<OrganisationUnit> _provinces = [];

    [SupplyParameterFromForm(FormName = "setup", Name = "Asked")]
    private AskedSetup? Asked { get; set; }

    [Inject]
    private Setup Setup { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _isOpen = await Setup.IsOpenAsync();
        _provinces = Setup.Provinces((await Registers.CurrentAsync()).Units, ReportingPeriod.Of(Time.Today()));
        if (!_isOpen)
        {
            Navigation.NotFound();
        }
    }

    private async Task RunAsync()
    {
        if (Asked is not { UserName: { Length: > 0 } userName, DisplayName: { Length: > 0 } displayName, Password: { } password }
            || _provinces.FirstOrDefault(p => p.Code == Asked.Province) is not { } province)
        {
            _problem = L["Setup.Incomplete"];
            return;
        }

        if (password != Asked.Again)
        {
            _problem = L["Follow.Different"];
            return;
        }

        var asked = new NewAccount(userName.Trim(), displayName.Trim(), AccountRole.Administrator, province.Key, password);
        switch (await Setup.RunAsync(Asked.Token, asked))
        {
            case SetupOutcome.Done or SetupOutcome.Closed:
                Navigation.NavigateTo(SignInCookies.SignInPath);
                break;
            case SetupOutcome.Refused { Why: AccountOutcome.PasswordRefused { Fault: var fault } }:
                _problem = fault.Sentence(CultureInfo.CurrentUICulture);
                break;
            case SetupOutcome.Refused:
                _problem = L["Problem.NameNotAllowed"];
                break;
            default:
                _problem = L["Setup.WrongToken"];
                break;
        }
    }
}

/// <summary>What is written on the first visit.</summary>
internal sealed class AskedSetup
{
    public string? Token { get; set; }

    /// <summary>The unit's code.</summary>
    public string? Province { get; set; }

    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }
}
