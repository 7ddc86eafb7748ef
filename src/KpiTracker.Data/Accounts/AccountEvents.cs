using System.Globalization;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;

namespace KpiTracker.Data.Accounts;

/// <summary>What the record says of accounts: never a password, a token or a link.</summary>
internal static class AccountEvents
{
    /// <param name="by"><c>null</c>: whoever is signed in.</param>
    public static AuditEvent Of(AuditAction action, Account account, AuditPerson? by = null) =>
        new(action, AuditEvent.Of("account", account.Id)) { By = by, UnitId = account.UnitId, After = AuditDetails.Of(("userName", account.UserName)) };

    /// <summary>With all that the account may do.</summary>
    public static AuditEvent Made(AuditAction action, Account account, RegisterSnapshot registers) =>
        Of(action, account) with { After = DetailsOf(account, registers) };

    public static AuditDetails DetailsOf(Account account, RegisterSnapshot registers) => AuditDetails.Of(
        ("userName", account.UserName),
        ("name", account.DisplayName),
        ("role", account.Role),
        ("unit", registers.UnitOf(account.UnitId).Code),
        ("units", UnitsOf(account, registers)),
        ("email", Masked(account.Email)),
        ("sample", account.IsSample ? true : null));

    /// <summary><c>l…@phuong.vn</c>: that and where to, not whose; the address itself may have to be forgotten some day.</summary>
    private static string? Masked(string? email) => email is { Length: > 0 } ? $"{email[0]}…{email[email.IndexOf('@', StringComparison.Ordinal)..]}" : null;

    /// <summary><c>00103 2026-01-01–, 00106 2026-01-01–2026-06-30</c>.</summary>
    private static string UnitsOf(Account account, RegisterSnapshot registers) => string.Join(
        ", ",
        account.Scopes.OrderBy(s => s.From).ThenBy(s => s.UnitId)
            .Select(s => string.Create(CultureInfo.InvariantCulture, $"{registers.UnitOf(s.UnitId).Code} {s.From:yyyy-MM-dd}–{s.To:yyyy-MM-dd}")));
}
