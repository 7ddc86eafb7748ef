using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Components;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Web.Features.OwnAccount;

/// <summary>One's own account, for every role: password, second factor, sessions.</summary>
public sealed partial class OwnAccountPage
{
    private Officer _officer = null!;
    private string _userName = string.Empty;
    private bool _isRequired;
    private SecondFactorState _state = new(false, 0);
    private SecondFactorOffer? _offer;
    private IReadOnlyList<string>? _codes;
    private IReadOnlyList<KnownSignIn> _signIns = [];
    private IReadOnlyList<OrganisationUnit> _units = [];
    private string? _problem;
    private bool _isCodeWrong;

    /// <summary>Key of the sentence about what has been done.</summary>
    private string? _done;

    [SupplyParameterFromForm(FormName = "turn-on")]
    private WrittenFactor? Factor { get; set; }

    [SupplyParameterFromForm(FormName = "factor")]
    private WrittenProof? Proof { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    private WrittenPassword? Asked { get; set; }

    [Inject]
    private OwnAccount Own { get; set; } = null!;

    [Inject]
    private SecondFactors Factors { get; set; } = null!;

    [Inject]
    private SecondFactorRules Rules { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private SignInManager<Account> SignIn { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _officer = await Officers.FindSignedInAsync() ?? throw new UnauthorizedAccessException("The sign-in of this session counts no longer.");
        _userName = await Own.UserNameAsync(_officer.AccountId);
        _isRequired = await Rules.IsRequiredAsync(_officer.Role);
        _signIns = await Own.LastSignInsAsync(_officer.AccountId);
        var units = (await Registers.CurrentAsync()).Units;
        _units = [.. _officer.Units.Select(own => units.ContinuationIn(own, ReportingPeriod.Of(Time.Today())) ?? units.Find(own)).OfType<OrganisationUnit>()];
        _question = QuestionAnswered;
        await ShowStateAsync();
    }

    private async Task ShowStateAsync()
    {
        _state = await Factors.StateAsync(_officer.AccountId);
        _keys = await OwnPasskeys.ListAsync(_officer.AccountId);
        _offer = _state.IsOn ? null : Factors.OfferAgain(_officer.AccountId, _userName, Factor?.Sealed) ?? Factors.Offer(_officer.AccountId, _userName);
    }

    private async Task TurnOnAsync()
    {
        if (_state.IsOn)
        {
            return;
        }

        _codes = await Factors.TurnOnAsync(_officer.AccountId, Factor?.Sealed, Factor?.Code);
        if (_codes is null)
        {
            _isCodeWrong = true;
            return;
        }

        await StayAsync("Done.TurnedOn");
    }

    private async Task ChangeFactorAsync()
    {
        if (await Own.ProveAsync(_officer.AccountId, Proof?.Password) is { } why)
        {
            _problem = Sentence(why);
            return;
        }

        if (Proof?.Action == "off" && !_isRequired)
        {
            await Factors.TurnOffAsync(_officer.AccountId);
            await StayAsync("Done.TurnedOff");
        }
        else if (Proof?.Action == "codes" && _state.IsOn)
        {
            _codes = await Factors.RenewCodesAsync(_officer.AccountId);
            await StayAsync("Done.Codes");
        }
    }

    private async Task ChangePasswordAsync()
    {
        if (Asked?.Password is not { } wanted || wanted != Asked.Again)
        {
            _problem = A["Follow.Different"];
            return;
        }

        switch (await Own.ChangePasswordAsync(_officer.AccountId, Asked.Present, wanted))
        {
            case PasswordChange.Done:
                await StayAsync("Done.Password");
                break;
            case PasswordChange.Refused refused:
                _problem = refused.Fault.Sentence(CultureInfo.CurrentUICulture);
                break;
            case PasswordChange.NotProven { Why: var why }:
                _problem = Sentence(why);
                break;
            default:
                _problem = L["Password.Same"];
                break;
        }
    }

    private async Task SignOutEverywhereAsync()
    {
        await Own.SignOutEverywhereAsync(_officer.AccountId);
        await SignIn.SignOutAsync();
        Navigation.NavigateTo(SignInCookies.SignInPath, forceLoad: true);
    }

    /// <summary>All sessions have ended; this one begins anew.</summary>
    private async Task StayAsync(string done)
    {
        await SignIn.SignInAsync(await Own.ReadAsync(_officer.AccountId), isPersistent: false);
        _officer = _officer with { NeedsSecondFactor = false };
        _done = done;
        await ShowStateAsync();
    }

    private string Sentence(SignInOutcome why) => why switch
    {
        SignInOutcome.Waiting waiting => L["Proof.Waiting", Shell.Wait(waiting.For)],
        SignInOutcome.Busy => L["Proof.Waiting", Shell.Wait(SignInOutcome.Busy.Pause)],
        _ => L["Proof.Wrong"],
    };
}

/// <summary>What confirms an authenticator.</summary>
internal sealed class WrittenFactor
{
    /// <summary>The key that was offered, as only the server can read it.</summary>
    public string? Sealed { get; set; }

    public string? Code { get; set; }
}

/// <summary>The password once more, and which button was pressed.</summary>
internal sealed class WrittenProof
{
    public string? Password { get; set; }

    /// <summary><c>codes</c> or <c>off</c>.</summary>
    public string? Action { get; set; }
}

/// <summary>A change of password.</summary>
internal sealed class WrittenPassword
{
    public string? Present { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }
}
