using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.OwnAccount;

/// <summary>One's own passkeys: the password first, then the device.</summary>
public sealed partial class OwnAccountPage
{
    private IReadOnlyList<KnownPasskey> _keys = [];
    private PasskeyQuestion? _question;

    [SupplyParameterFromForm(FormName = "passkeys")]
    private WrittenKeys? Keys { get; set; }

    [SupplyParameterFromForm(FormName = "new-passkey")]
    private WrittenPasskey? Passkey { get; set; }

    [Inject]
    private Passkeys OwnPasskeys { get; set; } = null!;

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    private async Task ChangePasskeysAsync()
    {
        if (await Own.ProveAsync(_officer.AccountId, Keys?.Password) is { } why)
        {
            _problem = Sentence(why);
        }
        else if (Keys?.Remove is { Length: > 0 } id)
        {
            await ShowAsync(await OwnPasskeys.RemoveAsync(_officer.AccountId, id));
        }
        else if (PasskeyChallenges.CanBeAsked(Context))
        {
            _question = await OwnPasskeys.AskAsync(await Own.ReadAsync(_officer.AccountId), Context);
        }
    }

    /// <summary>A form is taken in only where it stands on the page: the one that brings the device's answer stands there until it is read.</summary>
    private PasskeyQuestion? QuestionAnswered => Passkey?.Sealed is { Length: > 0 } written ? new PasskeyQuestion("{}", written) : null;

    private async Task AddPasskeyAsync() =>
        await ShowAsync(await OwnPasskeys.AddAsync(_officer.AccountId, Passkey?.Sealed, Passkey?.Answer, Passkey?.Name, Context));

    private async Task ShowAsync(PasskeyChange change)
    {
        _question = null;
        if (change is PasskeyChange.Added or PasskeyChange.Removed)
        {
            await StayAsync($"Passkeys.{change}.Done");
        }
        else
        {
            _problem = L[$"Passkeys.{change}", Passkeys.Most];
        }
    }
}

/// <summary>The password once more, and which key to remove.</summary>
internal sealed class WrittenKeys
{
    public string? Password { get; set; }

    /// <summary>A <see cref="KnownPasskey.Id"/>; <c>null</c>: one is to be added.</summary>
    public string? Remove { get; set; }
}
