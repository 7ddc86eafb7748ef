namespace KpiTracker.Web.Features.Accounts;

/// <summary>How a try to sign in ended.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public sealed record SignedIn : SignInOutcome;

    /// <summary>The password is right; a code of the second factor is still needed.</summary>
    /// <param name="Pending">Whose password it was, as only this server can read it, for a few minutes.</param>
    public sealed record CodeNeeded(string Pending) : SignInOutcome;

    /// <summary>Not the code of this moment, or used already.</summary>
    public sealed record WrongCode(string Pending) : SignInOutcome;

    /// <summary>Wrong name, wrong password, an account that is shut or may work for no unit today: one answer.</summary>
    /// <param name="AccountId">Of a name that there is, for the record alone; <c>null</c> for an unknown one.</param>
    public sealed record Wrong(string? AccountId) : SignInOutcome;

    /// <summary>The password is right, and the role asks for more: the account's passkey.</summary>
    public sealed record PasskeyNeeded : SignInOutcome;

    /// <summary>A key that this site does not know, one answered twice, an account that is shut or may work for no unit today: one answer.</summary>
    /// <param name="AccountId">As with <see cref="Wrong"/>.</param>
    public sealed record WrongPasskey(string? AccountId) : SignInOutcome;

    /// <summary>The page had been open too long; a new question stands in it now.</summary>
    public sealed record PasskeyTooLate : SignInOutcome;

    /// <summary>Too many wrong tries for this name from this address; nothing was checked.</summary>
    public sealed record Waiting(TimeSpan For) : SignInOutcome;

    /// <summary>Too many sign in at this moment; nothing was checked, and the try does not count.</summary>
    public sealed record Busy : SignInOutcome
    {
        /// <summary>After which another try is worth while.</summary>
        public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    }
}
