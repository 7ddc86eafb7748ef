using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Periods;
using KpiTracker.Web.Features.SampleData;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>The first visit to a new site: whoever holds the token becomes its administrator.</summary>
public sealed partial class SetupPage
{
    private bool _isOpen;
    private string? _problem;
    private ReportingPeriod _dueNow;
    private IReadOnlyList<(OrganisationUnit Province, IReadOnlyList<OrganisationUnit> Districts)> _provinces = [];

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

    [Inject]
    private SampleDataRun Samples { get; set; } = null!;

    /// <summary>The code of the unit that is chosen in the list.</summary>
    private string Chosen => Asked?.Province ?? "01";

    private AskedPeriodRule WrittenRule => Asked is { } asked
        ? new(asked.From, asked.ClosingDay, asked.WorkingDays)
        : AskedPeriodRule.Of(PeriodRule.CalendarMonths with { From = _dueNow });

    protected override async Task OnInitializedAsync()
    {
        _isOpen = await Setup.IsOpenAsync();
        var today = ReportingPeriod.Of(Time.Today());
        var registers = await Registers.CurrentAsync();
        _dueNow = registers.Calendar.LatestClosed(Time.Today());
        _provinces = [.. Setup.Provinces(registers.Units, today).Select(p => (p, Setup.Districts(registers.Units, p, today)))];
        if (!_isOpen)
        {
            Navigation.NotFound();
        }
    }

    private async Task RunAsync()
    {
        if (Asked is not { UserName: { Length: > 0 } userName, DisplayName: { Length: > 0 } displayName, Password: { } password }
            || _provinces.SelectMany(p => p.Districts.Prepend(p.Province)).FirstOrDefault(u => u.Code == Asked.Province) is not { } unit)
        {
            _problem = L["Setup.Incomplete"];
            return;
        }

        if (password != Asked.Again)
        {
            _problem = L["Follow.Different"];
            return;
        }

        if (WrittenRule.Read() is not { } rule)
        {
            _problem = Periods["Outcome.Invalid", PeriodRule.MostWorkingDays];
            return;
        }

        var asked = new NewAccount(userName.Trim(), displayName.Trim(), AccountRole.Administrator, unit.Key, password);
        var outcome = await Setup.RunAsync(Asked.Token, asked, rule);
        if (outcome is SetupOutcome.Done && Asked.WithSampleData)
        {
            Samples.Start();
        }

        switch (outcome)
        {
            case SetupOutcome.Done:
                Navigation.NavigateTo(SignInCookies.SignInPath + "?setup=done");
                break;
            case SetupOutcome.Closed:
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

    /// <summary>The code of the province, or of one of its districts or areas.</summary>
    public string? Province { get; set; }

    public string? UserName { get; set; }

    public string? DisplayName { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }

    /// <summary>The campaign's first month, as in <see cref="AskedPeriodRule"/>.</summary>
    public string? From { get; set; }

    public string? ClosingDay { get; set; }

    public string? WorkingDays { get; set; }

    public bool WithSampleData { get; set; }
}
