namespace KpiTracker.Data.Accounts;

/// <summary>How an attempt to make or change an account ended.</summary>
public abstract record AccountOutcome
{
    private AccountOutcome()
    {
    }

    /// <param name="GeneratedPassword">To be shown once, now; <c>null</c> when the password was given.</param>
    public sealed record Done(string AccountId, string UserName, string? GeneratedPassword) : AccountOutcome;

    public sealed record PasswordRefused(PasswordFault Fault) : AccountOutcome;

    public sealed record NameTaken(string UserName) : AccountOutcome;

    /// <summary>Only unaccented letters, digits and <c>-._@+</c>.</summary>
    public sealed record NameNotAllowed(string UserName) : AccountOutcome;

    /// <summary>A ward officer needs a ward.</summary>
    public sealed record UnitDoesNotFit : AccountOutcome;

    public sealed record NoSuchAccount(string UserName) : AccountOutcome;
}
