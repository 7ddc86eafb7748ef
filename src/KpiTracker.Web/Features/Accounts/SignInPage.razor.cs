using KpiTracker.Data;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

public sealed partial class SignInPage
{
    private SignInOutcome? _outcome;
    private bool _hasAccounts;
    private PasskeyQuestion? _question;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "code")]
    private string? Pending { get; set; }

    [SupplyParameterFromForm(FormName = "code")]
    private string? Code { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private WrittenPasskey? Passkey { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    /// <summary><c>done</c>: the site has just been set up.</summary>
    [SupplyParameterFromQuery(Name = "setup")]
    private string? JustSetUp { get; set; }

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    [Inject]
    private SignIn SignIn { get; set; } = null!;

    [Inject]
    private PasskeyCheck Passkeys { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IWebHostEnvironment Environment { get; set; } = null!;

    [Inject]
    private IDbContextFactory<KpiTrackerDbContext> DbFactory { get; set; } = null!;

    /// <summary>Whose turn it is to write a code; <c>null</c>: name and password are asked.</summary>
    private string? PendingNow => _outcome switch
    {
        SignInOutcome.CodeNeeded needed => needed.Pending,
        SignInOutcome.WrongCode wrong => wrong.Pending,
        SignInOutcome.Waiting or SignInOutcome.Busy or null => Pending,
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        await using var db = await DbFactory.CreateDbContextAsync();
        _hasAccounts = await db.Users.AnyAsync();
        _question = await Passkeys.AskAsync();
    }

    private async Task SignInAsync() => Show(await SignIn.TryAsync(Name, Password));

    private async Task SendCodeAsync() => Show(await SignIn.TryCodeAsync(Pending, Code));

    private async Task SignInByPasskeyAsync() => Show(await SignIn.TryPasskeyAsync(Passkey?.Sealed, Passkey?.Answer));

    private void Show(SignInOutcome outcome)
    {
        _outcome = outcome;
        if (_outcome is SignInOutcome.Waiting or SignInOutcome.Busy && Context is { } context)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.TryAgainAfter(_outcome is SignInOutcome.Waiting waiting ? waiting.For : SignInOutcome.Busy.Pause);
        }

        if (_outcome is SignInOutcome.SignedIn)
        {
            Navigation.NavigateTo(LocalUrl.OrElse(ReturnUrl, "/"), forceLoad: true);
        }
    }
}

/// <summary>A device's answer, and the question it was put.</summary>
internal sealed class WrittenPasskey
{
    public string? Sealed { get; set; }

    /// <summary>As JSON, filled in by the page's script.</summary>
    public string? Answer { get; set; }

    /// <summary>How its owner calls the key; only when one is added.</summary>
    public string? Name { get; set; }
}
