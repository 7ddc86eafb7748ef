using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Periods;

/// <summary>How the setting of a rule ended.</summary>
internal enum PeriodRuleOutcome
{
    Set,

    /// <summary>It holds already; nothing was recorded.</summary>
    Unchanged,

    /// <summary>A number is none, or outside what is allowed.</summary>
    Invalid,

    /// <summary>Before the campaign's first month.</summary>
    BeforeCampaign,

    /// <summary>Only administrators set rules.</summary>
    NotYours,
}

/// <summary>When months close and reports are due: what holds, who set what, and setting it.</summary>
internal sealed class PeriodRules(Registers registers, DatabaseWriter writer, AuditTrail audit, IDbContextFactory<KpiTrackerDbContext> dbFactory, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<PeriodRuleChange>> HistoryAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbFactory.CreateDbContextAsync(cancellationToken);
        return await db.PeriodRuleChanges.AsNoTracking().OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
    }

    /// <param name="beginsCampaign">The campaign's reports begin with the rule's month; else it is one of a later month.</param>
    public async Task<PeriodRuleOutcome> SetAsync(AskedPeriodRule asked, bool beginsCampaign, Officer officer, CancellationToken cancellationToken)
    {
        if (officer.Role != AccountRole.Administrator)
        {
            return PeriodRuleOutcome.NotYours;
        }

        if (asked.Read() is not { } rule)
        {
            return PeriodRuleOutcome.Invalid;
        }

        var now = time.GetUtcNow();
        var outcome = await writer.WriteAsync(
            async db =>
            {
                var rules = PeriodRuleChange.InForce(await db.PeriodRuleChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync());
                if (!beginsCampaign && rule.From < rules[0].From)
                {
                    return PeriodRuleOutcome.BeforeCampaign;
                }

                if (beginsCampaign ? rules[0] == rule : rules.Contains(rule))
                {
                    return PeriodRuleOutcome.Unchanged;
                }

                db.PeriodRuleChanges.Add(RowOf(rule, beginsCampaign, now, officer));
                await audit.AppendAsync(db, new AuditEvent(AuditAction.PeriodRulesSet, "period-rules") { By = officer, Before = DetailsOf(beginsCampaign ? rules[0] : rules.Last(r => r.From <= rule.From)), After = DetailsOf(rule) });
                return PeriodRuleOutcome.Set;
            },
            cancellationToken);
        registers.Forget();
        return outcome;
    }

    internal static AuditDetails DetailsOf(PeriodRule rule) => AuditDetails.Of(("from", rule.From), ("closingDay", rule.ClosingDay), ("workingDays", rule.WorkingDaysToSend));

    internal static PeriodRuleChange RowOf(PeriodRule rule, bool beginsCampaign, DateTimeOffset at, Officer officer) => new()
    {
        From = rule.From,
        ClosingDay = rule.ClosingDay,
        WorkingDaysToSend = rule.WorkingDaysToSend,
        BeginsCampaign = beginsCampaign,
        At = at,
        ById = officer.AccountId,
        ByName = officer.Name,
    };
}
