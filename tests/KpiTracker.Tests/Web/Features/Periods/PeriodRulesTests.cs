using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Data;
using KpiTracker.Web.Features.Periods;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Periods;

/// <summary>Which rules hold, and who sets them.</summary>
public sealed class PeriodRulesTests
{
    private static readonly PeriodRule Default = PeriodRule.CalendarMonths;

    private static Officer OfficerAs(AccountRole role) => new("a", "Phạm Quốc Bảo", role, new UnitKey("01", new DateOnly(1900, 1, 1)));

    [TestCase("2026-11", "", "5", "2026-11", null, 5)]
    [TestCase("2026-11", "14", "2", "2026-11", 14, 2)]
    [TestCase(" 2026-11 ", " 28 ", " 20 ", "2026-11", 28, 20)]
    public void What_a_form_says_is_a_rule(string from, string closing, string days, string expectedFrom, int? expectedDay, int expectedDays) =>
        Assert.That(new AskedPeriodRule(from, closing, days).Read(), Is.EqualTo(new PeriodRule(ReportingPeriod.Parse(expectedFrom), expectedDay, expectedDays)));

    [TestCase("", "", "5")]
    [TestCase(null, null, null)]
    [TestCase("11/2026", "", "5")]
    [TestCase("2026-13", "", "5")]
    [TestCase("2026-11", "29", "5", Description = "February has none")]
    [TestCase("2026-11", "0", "5")]
    [TestCase("2026-11", "-1", "5")]
    [TestCase("2026-11", "", "0")]
    [TestCase("2026-11", "", "21")]
    [TestCase("2026-11", "", "năm")]
    public void What_is_no_rule_is_not_taken(string? from, string? closing, string? days) =>
        Assert.That(new AskedPeriodRule(from, closing, days).Read(), Is.Null);

    [Test]
    public void Without_changes_the_campaign_goes_by_calendar_months_from_April_2025() =>
        Assert.That(PeriodRuleChange.InForce([]), Is.EqualTo(new[] { Default }));

    [Test]
    public void The_last_change_for_a_month_holds_and_those_before_the_beginning_do_not() =>
        Assert.That(
            PeriodRuleChange.InForce(
            [
                Change("2025-06", 14, 2), Change("2026-01", null, 3), Change("2026-01", null, 4), Change("2025-10", 10, 1, begins: true), Change("2026-05", 14, 2), Change("2025-10", 11, 1),
            ]),
            Is.EqualTo(new[] { Rule("2025-10", 11, 1), Rule("2026-01", null, 4), Rule("2026-05", 14, 2) }));

    [Test]
    public async Task An_administrator_s_rule_holds_at_once_and_stays_on_record()
    {
        await using var database = await TemporaryDatabase.CreateAsync(services => services.AddSingleton<PeriodRules>());
        var rules = database.Services.GetRequiredService<PeriodRules>();
        var asked = new AskedPeriodRule("2026-12", "14", "2");

        Assert.That(await rules.SetAsync(asked, beginsCampaign: false, OfficerAs(AccountRole.Administrator), default), Is.EqualTo(PeriodRuleOutcome.Set));
        Assert.That(await rules.SetAsync(asked, beginsCampaign: false, OfficerAs(AccountRole.Administrator), default), Is.EqualTo(PeriodRuleOutcome.Unchanged));
        Assert.That(await rules.SetAsync(new("2025-01", "", "5"), beginsCampaign: false, OfficerAs(AccountRole.Administrator), default), Is.EqualTo(PeriodRuleOutcome.BeforeCampaign));
        Assert.That(await rules.SetAsync(new("2027-01", "", "99"), beginsCampaign: false, OfficerAs(AccountRole.Administrator), default), Is.EqualTo(PeriodRuleOutcome.Invalid));

        Assert.That((await database.RegistersAsync()).Calendar.Rules, Is.EqualTo(new[] { Default, Rule("2026-12", 14, 2) }));
        Assert.That((await rules.HistoryAsync(default)).Select(c => c.ByName), Is.EqualTo(new[] { "Phạm Quốc Bảo" }));
    }

    [TestCase(AccountRole.DistrictOfficer)]
    [TestCase(AccountRole.Leader)]
    [TestCase(AccountRole.WardOfficer)]
    public async Task Nobody_else_sets_one(AccountRole role)
    {
        await using var database = await TemporaryDatabase.CreateAsync(services => services.AddSingleton<PeriodRules>());

        var outcome = await database.Services.GetRequiredService<PeriodRules>().SetAsync(new("2026-12", "14", "2"), beginsCampaign: true, OfficerAs(role), default);

        Assert.That((outcome, (await database.RegistersAsync()).Calendar.Rules.Count), Is.EqualTo((PeriodRuleOutcome.NotYours, 1)));
    }

    private static PeriodRule Rule(string from, int? closing, int days) => new(ReportingPeriod.Parse(from), closing, days);

    private static PeriodRuleChange Change(string from, int? closing, int days, bool begins = false) => new()
    {
        From = ReportingPeriod.Parse(from),
        ClosingDay = closing,
        WorkingDaysToSend = days,
        BeginsCampaign = begins,
        ById = "a",
        ByName = "A",
    };
}
