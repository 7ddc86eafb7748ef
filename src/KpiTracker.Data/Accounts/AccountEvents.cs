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
        ("sample", account.IsSample ? true : null));
}
