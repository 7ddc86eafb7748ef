using System.Globalization;
using System.Resources;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace KpiTracker.Data.Accounts;

/// <summary>Why a password is refused. Length is what protects; demands for symbols only make people write passwords down.</summary>
public enum PasswordFault
{
    TooShort,

    /// <summary>Among the first that anyone tries.</summary>
    TooCommon,

    ContainsUserName,
}

/// <summary>Which passwords are taken, and passwords made by chance.</summary>
public static class PasswordRule
{
    public const int MinimumLength = 12;

    private const int FewestDifferentCharacters = 5;

    // Without 0/O, 1/l/i: it is read out over the telephone.
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const string Rows = "01234567890 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm qwertyuiop asdfghjkl zxcvbnm";

    private static readonly ResourceManager Texts = new("KpiTracker.Data.Accounts.PasswordTexts", typeof(PasswordRule).Assembly);

    /// <returns><c>null</c> when the password is taken.</returns>
    public static PasswordFault? FaultOf(string password, string userName)
    {
        var lower = password.ToLowerInvariant();
        return password.Length < MinimumLength ? PasswordFault.TooShort
            : userName.Length >= 4 && lower.Contains(userName.ToLowerInvariant(), StringComparison.Ordinal) ? PasswordFault.ContainsUserName
            : IsCommon(lower) ? PasswordFault.TooCommon
            : null;
    }

    /// <summary>What is wrong and what to do, in one sentence.</summary>
    public static string Sentence(this PasswordFault fault, CultureInfo language) =>
        Texts.GetString(fault.ToString(), language) ?? throw new InvalidOperationException($"No text for '{fault}'.");

    /// <summary>Sixteen characters in four groups, made by chance: 79 bits.</summary>
    public static string Generate() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    private static bool IsCommon(string lower) =>
        lower.Distinct().Count() < FewestDifferentCharacters
        || Rows.Contains(lower, StringComparison.Ordinal)
        || CommonWords.AreAllOf(lower)
        || (!lower.Any(char.IsLetter) && Rows.Contains(lower[..6], StringComparison.Ordinal));
}

/// <summary>Holds Identity to <see cref="PasswordRule"/>, wherever a password is set.</summary>
internal sealed class PasswordRuleValidator : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(PasswordRule.FaultOf(password ?? "", user.UserName ?? "") is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault.ToString(), Description = fault.Sentence(CultureInfo.CurrentUICulture) })
            : IdentityResult.Success);
}
