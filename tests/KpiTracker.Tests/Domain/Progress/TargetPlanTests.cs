using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class TargetPlanTests
{
    private static readonly ReportingPeriod September2025 = new(2025, 9);

    [Test]
    public void A_unit_is_judged_by_its_own_target_with_its_parents_beside()
    {
        var own = ASeries.Target(95, comparator: Comparator.MoreThan);
        var city = ASeries.Target(100, "2025-12-31", ASeries.CityKey);

        var choice = new TargetPlan([city, own], ASeries.Tree).For(ASeries.DistrictKey, "OFFICIALS", ASeries.May2025)!;

        Assert.Multiple(() =>
        {
            Assert.That(choice.Target, Is.EqualTo(own));
            Assert.That(choice.IsInherited, Is.False);
            Assert.That(choice.ParentTarget, Is.EqualTo(city));
        });
    }

    [Test]
    public void The_targets_of_district_003_go_on_for_area_KV003_and_still_name_the_district()
    {
        var own = ASeries.Target(95);

        var choice = new TargetPlan([own], ASeries.Tree).For(ASeries.AreaKey, "OFFICIALS", September2025)!;

        Assert.Multiple(() =>
        {
            Assert.That(choice.IsInherited, Is.False);
            Assert.That(choice.Owner, Is.EqualTo(ASeries.District));
        });
    }

    [Test]
    public void A_ward_of_the_area_inherits_the_districts_target_and_it_is_said_so()
    {
        var choice = new TargetPlan([ASeries.Target(95)], ASeries.Tree).For(ASeries.WardKey, "OFFICIALS", September2025)!;

        Assert.Multiple(() =>
        {
            Assert.That(choice.IsInherited, Is.True);
            Assert.That(choice.Owner, Is.EqualTo(ASeries.District));
            Assert.That(choice.ParentTarget, Is.Null, "the target judged is not repeated beside itself");
        });
    }

    [Test]
    public void The_nearest_unit_above_that_has_a_target_is_the_one_inherited_from()
    {
        var plan = new TargetPlan([ASeries.Target(100, "2025-12-31", ASeries.CityKey), ASeries.Target(95)], ASeries.Tree);

        var choice = plan.For(ASeries.WardKey, "OFFICIALS", September2025)!;

        Assert.That((choice.Target.Value, choice.ParentTarget?.Value, choice.IsParentStricter), Is.EqualTo((95m, 100m, true)), "with the next one farther up beside it");
    }

    [Test]
    public void Nobody_inherits_a_count_that_was_given_to_the_unit_above()
    {
        var plan = new TargetPlan([ASeries.Target(4, indicator: "UNIVERSAL", measure: TargetMeasure.Count)], ASeries.Tree);

        Assert.That(plan.For(ASeries.OldWardKey, "UNIVERSAL", ASeries.May2025), Is.Null);
    }

    [Test]
    public void A_count_asked_of_each_ward_holds_for_the_ward_too()
    {
        var plan = new TargetPlan([ASeries.Target(1, null, indicator: "AMBASSADORS", measure: TargetMeasure.CountInEachWard)], ASeries.Tree);

        Assert.That(plan.For(ASeries.OldWardKey, "AMBASSADORS", ASeries.May2025)!.IsInherited, Is.True);
    }

    [Test]
    public void Without_a_target_anywhere_there_is_no_choice() =>
        Assert.That(new TargetPlan([ASeries.Target(95)], ASeries.Tree).For(ASeries.DistrictKey, "ADULTS", ASeries.May2025), Is.Null);

    [TestCase("2025-05", 60, Description = "the first step is the next one due")]
    [TestCase("2025-12", 60, Description = "in the month of its deadline it is still the one judged")]
    [TestCase("2026-01", 90)]
    [TestCase("2027-03", 90, Description = "all are past: the last one")]
    public void Of_two_milestones_the_next_one_due_is_judged(string month, decimal judged)
    {
        var plan = new TargetPlan([ASeries.Target(90), ASeries.Target(60, "2025-12-31")], ASeries.Tree);

        var choice = plan.For(ASeries.DistrictKey, "OFFICIALS", ReportingPeriod.Parse(month))!;

        Assert.Multiple(() =>
        {
            Assert.That(choice.Target.Value, Is.EqualTo(judged));
            Assert.That(string.Join(" then ", choice.Steps.Select(s => s.Value)), Is.EqualTo("60 then 90"));
        });
    }

    [Test]
    public void An_undated_milestone_stands_first_and_the_dated_target_is_judged()
    {
        var plan = new TargetPlan([ASeries.Target(100), ASeries.Target(80, null)], ASeries.Tree);

        var choice = plan.For(ASeries.DistrictKey, "OFFICIALS", ASeries.May2025)!;

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(" then ", choice.Steps.Select(s => s.Value)), Is.EqualTo("80 then 100"));
            Assert.That(choice.Target.Value, Is.EqualTo(100));
        });
    }

    [Test]
    public void Of_undated_targets_alone_the_highest_is_judged()
    {
        var plan = new TargetPlan([ASeries.Target(90, null), ASeries.Target(80, null)], ASeries.Tree);

        Assert.That(plan.For(ASeries.DistrictKey, "OFFICIALS", ASeries.May2025)!.Target.Value, Is.EqualTo(90));
    }

    [Test]
    public void Of_two_values_for_one_day_the_stricter_is_judged_and_the_other_shown()
    {
        var plan = new TargetPlan([ASeries.Target(80, "2025-12-31"), ASeries.Target(85, "2025-12-31"), ASeries.Target(85, "2025-12-31", comparator: Comparator.MoreThan)], ASeries.Tree);

        var choice = plan.For(ASeries.DistrictKey, "OFFICIALS", ASeries.May2025)!;

        Assert.Multiple(() =>
        {
            Assert.That((choice.Target.Comparator, choice.Target.Value), Is.EqualTo((Comparator.MoreThan, 85m)));
            Assert.That(choice.Steps, Is.EqualTo((Target[])[choice.Target]));
            Assert.That(choice.Overruled.Select(t => t.Value), Is.EqualTo((decimal[])[80, 85]));
        });
    }

    [TestCase(100, "2025-12-31", true, Description = "Hà Nội's 100% by the end of 2025 beside Tây Hồ's 95% in 2026")]
    [TestCase(90, "2026-12-31", false)]
    [TestCase(90, "2025-12-31", false, Description = "less, but earlier: neither is the stricter")]
    public void The_own_target_is_judged_and_a_stricter_one_above_is_named_with_its_own_verdict(decimal above, string by, bool isStricter)
    {
        var choice = new TargetPlan([ASeries.Target(above, by, ASeries.CityKey), ASeries.Target(95)], ASeries.Tree).For(ASeries.DistrictKey, "OFFICIALS", ASeries.May2025)!;
        var series = ASeries.Of(ASeries.Officials, [60m, .. Enumerable.Repeat((decimal?)96m, 8)]);

        var progress = ProgressReckoning.For(ASeries.District, new ReportingPeriod(2026, 1), series, choice);

        Assert.Multiple(() =>
        {
            Assert.That((choice.Target.Value, choice.IsParentStricter), Is.EqualTo((95m, isStricter)));
            Assert.That((progress.Goal, progress.Status), Is.EqualTo((95m, ProgressStatus.Achieved)));
            Assert.That(progress.ParentStatus, Is.EqualTo(isStricter ? ProgressStatus.Missed : ProgressStatus.Achieved));
        });
    }
}
