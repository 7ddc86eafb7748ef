using System.Globalization;
using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Periods;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>How the setting up of a new site ended.</summary>
internal abstract record SetupOutcome
{
    private SetupOutcome()
    {
    }

    public sealed record Done : SetupOutcome;

    public sealed record WrongToken : SetupOutcome;

    /// <summary>There are accounts: it is done for good.</summary>
    public sealed record Closed : SetupOutcome;

    public sealed record Refused(AccountOutcome Why) : SetupOutcome;
}

/// <summary>The first account of a site: an administrator, made by whoever holds the token. Closed for good as soon as there is any account.</summary>
internal sealed class Setup(Data.Accounts.Accounts accounts, SetupToken token, Registers registers, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public async Task<bool> IsOpenAsync()
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        return !await db.Users.AnyAsync();
    }

    /// <param name="rule">When the campaign's reports begin and are due; <c>null</c> leaves <see cref="PeriodRule.CalendarMonths"/>.</param>
    public async Task<SetupOutcome> RunAsync(string? writtenToken, NewAccount administrator, PeriodRule? rule = null)
    {
        await Turn.WaitAsync();
        try
        {
            return !await IsOpenAsync() ? new SetupOutcome.Closed()
                : !token.Is(writtenToken) ? new SetupOutcome.WrongToken()
                : await accounts.AddAsync(administrator, (db, account) => Begin(db, account, administrator, rule ?? PeriodRule.CalendarMonths)) is var outcome and not AccountOutcome.Done
                    ? new SetupOutcome.Refused(outcome)
                    : new SetupOutcome.Done();
        }
        finally
        {
            registers.Forget();
            Turn.Release();
        }
    }

    /// <summary>The provinces and cities of today's register.</summary>
    public static IReadOnlyList<OrganisationUnit> Provinces(OrganisationTree units, ReportingPeriod today) =>
        [.. units.Units.Where(u => u.Parent is null && u.IsValidIn(today)).OrderBy(u => u.Name, StringComparer.Create(CultureInfo.GetCultureInfo("vi"), ignoreCase: false))];

    /// <summary>The areas or districts below a province, which an office may run the site for alone.</summary>
    public static IReadOnlyList<OrganisationUnit> Districts(OrganisationTree units, OrganisationUnit province, ReportingPeriod today) =>
        [.. units.ChildrenOf(province.Key, today).Where(u => !u.IsWard).OrderBy(u => u.Name, StringComparer.Create(CultureInfo.GetCultureInfo("vi"), ignoreCase: false))];

    private AuditEvent Begin(KpiTrackerDbContext db, Account account, NewAccount administrator, PeriodRule rule)
    {
        if (rule != PeriodRule.CalendarMonths)
        {
            db.PeriodRuleChanges.Add(PeriodRules.RowOf(rule, beginsCampaign: true, time.GetUtcNow(), new Officer(account.Id, account.DisplayName, account.Role, administrator.Unit)));
        }

        return new AuditEvent(AuditAction.SetUp, "site") { By = account, UnitId = account.UnitId, After = PeriodRules.DetailsOf(rule) };
    }
}
