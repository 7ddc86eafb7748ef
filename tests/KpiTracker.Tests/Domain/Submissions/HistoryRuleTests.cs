using System.Globalization;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>What a report is asked for because of what was reported before, or by the neighbours.</summary>
public sealed class HistoryRuleTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");

    private static readonly ALine[] Four =
    [
        new("OFFICIALS", 91, 119), new("STUDENTS", 1134, 2191), new("ADULTS", 7689, 12705), new("WORKERS", 2305, 4057),
    ];

    [TestCase(200, true, TestName = "A stock that falls from 9.310 to 200 is asked about")]
    [TestCase(9400, false, TestName = "A stock that goes on as before is not asked about")]
    [TestCase(8600, false, TestName = "A stock that falls a little is not asked about")]
    [TestCase(12000, true, TestName = "A stock that leaps is asked about")]
    public void Stock_moves(int now, bool isAsked) =>
        Assert.That(Codes(AReport.Check(AReport.Earlier("ADULTS", 12705, 9000, 9150, 9230, 9310), new ALine("ADULTS", now, 12705))), Is.EqualTo(isAsked ? ["R27"] : Array.Empty<string>()));

    [TestCase(42, false, TestName = "Two people more after flat months are no leap")]
    [TestCase(59, false, TestName = "Nineteen people more after flat months are no leap")]
    [TestCase(110, true, TestName = "Seventy people more after flat months are asked about")]
    public void Figure_that_stood_still(int now, bool isAsked) =>
        Assert.That(Codes(AReport.Check(AReport.Earlier("OFFICIALS", 119, 40, 40, 40, 40, 40), new ALine("OFFICIALS", now, 119))), Is.EqualTo(isAsked ? ["R27"] : Array.Empty<string>()));

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public void First_months_of_a_campaign_are_not_asked_about_leaps(int months) =>
        Assert.That(Codes(AReport.Check(AReport.Earlier("ADULTS", 12705, [.. Enumerable.Repeat(500m, months)]), new ALine("ADULTS", 9000, 12705))), Is.Empty);

    [Test]
    public void A_leap_is_told_with_both_numbers_and_the_usual_change()
    {
        var finding = AReport.Check(AReport.Earlier("ADULTS", 12705, 9000, 9150, 9230, 9310), new ALine("ADULTS", 200, 12705)).Findings.Single();

        Assert.That(finding.Message(Vietnamese), Does.Contain("9.310").And.Contain("200").And.Contain("−9.110").And.Contain("khoảng 80").And.Contain("05/2025"));
        Assert.That((finding.Severity, finding.Cell!.Address, finding.IndicatorCode), Is.EqualTo((Severity.Question, "E2", "ADULTS")));
    }

    [Test]
    public void A_ward_that_leaps_with_its_neighbours_is_not_asked_about()
    {
        var previous = AReport.Earlier("ADULTS", 12705, 2000, 2100, 2200);
        var peers = AReport.Wards.Skip(1).Take(4).SelectMany(w => AReport.Earlier(w, "ADULTS", 10000, 1900, 2000).Append(AReport.InJune(w, "ADULTS", 3500, 10000))).ToList();
        var alone = peers.Select(p => p.Period == AReport.June ? p with { Numerator = 2050 } : p);
        ALine[] now = [new("ADULTS", 4300, 12705)];

        Assert.That(Codes(AReport.Check(now, previous, peers: peers)), Is.Empty);
        Assert.That(AReport.Check(now, previous, peers: alone).Findings.Single().TextKey, Is.EqualTo("R27.peers"));
        Assert.That(AReport.Check(now, previous, peers: alone).Findings.Single().Message(Vietnamese), Does.Contain("khoảng +64"));
    }

    [Test]
    public void Wards_of_one_workbook_are_each_other_s_neighbours()
    {
        var wards = AReport.Wards.Take(5).ToList();
        var previous = wards.SelectMany(w => AReport.Earlier(w, "ADULTS", 10000, 2000, 2100, 2200)).ToList();

        Assert.That(Codes(AReport.Check([.. wards.Select(w => new ALine("ADULTS", 4000, 10000, w))], previous)), Is.EqualTo(new[] { "R32" }));
        Assert.That(
            AReport.Check([.. wards.Select((w, i) => new ALine("ADULTS", i == 0 ? 4000 : 2300, 10000, w))], previous).Findings.Where(f => f.Code == "R27").Select(f => f.Cell!.Address),
            Is.EqualTo(new[] { "E2" }));
    }

    [Test]
    public void A_cumulative_figure_that_falls_is_asked_about_once() =>
        Assert.That(Codes(AReport.Check(AReport.Earlier("CERTIFIED", null, 5000, 5100, 5200, 5300), new ALine("CERTIFIED", 100))), Is.EqualTo(new[] { "R22" }));

    [TestCase(0, false)]
    [TestCase(600, false)]
    [TestCase(5300, true)]
    public void What_is_counted_in_the_month_is_held_against_usual_months(int now, bool isAsked) =>
        Assert.That(Codes(AReport.Check(AReport.Earlier("TRAINING_VISITS", null, 300, 180, 250, 220), new ALine("TRAINING_VISITS", now))), Is.EqualTo(isAsked ? ["R27"] : Array.Empty<string>()));

    [Test]
    public void A_ward_silent_for_months_may_move_as_much_as_in_those_months()
    {
        var previous = AReport.Earlier("ADULTS", 12705, 1000, 1300, 1600).Select(o => o with { Period = o.Period.AddMonths(-5) });

        Assert.That(Codes(AReport.Check(previous, new ALine("ADULTS", 4200, 12705))), Is.Empty);
    }

    [Test]
    public void The_same_figures_as_last_month_are_asked_about()
    {
        var finding = AReport.Check(Four, Last(Four)).Findings.Single();

        Assert.That((finding.Code, finding.Severity, finding.Unit), Is.EqualTo(("R28", Severity.Question, AReport.Key("00109"))));
        Assert.That(finding.Message(Vietnamese), Is.EqualTo("Phường Bưởi: cả 4 chỉ tiêu đều giống hệt báo cáo tháng 05/2025."));
    }

    [Test]
    public void A_copy_that_differs_in_one_number_is_none()
    {
        Assert.That(Codes(AReport.Check([.. Four[..3], Four[3] with { Numerator = 2306 }], Last(Four))), Is.Empty);
        Assert.That(Codes(AReport.Check([.. Four[..3], Four[3] with { Denominator = 4058 }], Last(Four))), Is.Empty);
        Assert.That(Codes(AReport.Check([.. Four[..2]], Last([.. Four[..2]]))), Is.Empty, "two figures may stand still");
    }

    [Test]
    public void Groups_that_are_complete_stand_still()
    {
        ALine[] complete = [.. Four.Select(l => l with { Numerator = l.Denominator }), new("AMBASSADORS", 4), new("COMMUNITY_TEAMS", 21)];

        Assert.That(Codes(AReport.Check(complete, Last(complete))), Is.Empty);
    }

    [Test]
    public void A_copied_workbook_of_a_district_is_asked_about_ward_by_ward_under_one_heading()
    {
        ALine[] lines = [.. AReport.Wards.SelectMany((w, i) => Four.Select(l => l with { Ward = w, Numerator = l.Numerator - (7 * i) }))];
        var report = AReport.Check(lines, Last(lines));

        Assert.That(Codes(report), Is.EqualTo(Enumerable.Repeat("R28", AReport.Wards.Count)));
        Assert.That(FindingGroups.Of(report.Findings).Single().Heading(Vietnamese), Is.EqualTo("8 đơn vị có báo cáo giống hệt tháng trước"));
    }

    [TestCase("STUDENTS", "R30", TestName = "A stock that last month had is asked for")]
    [TestCase("CERTIFIED", "R30", TestName = "A cumulative figure that last month had is asked for")]
    [TestCase("TRAINING_VISITS", "R09", TestName = "A flow is merely told to be missing")]
    public void Figure_left_open(string indicator, string code)
    {
        ALine open = new(indicator, null, indicator == "STUDENTS" ? 2191 : null);
        var last = Last([Four[0] with { Numerator = 80 }, open with { Numerator = 900 }]);
        var finding = AReport.Check([Four[0], open], last).Findings.Single();

        Assert.That((finding.Code, finding.Cell!.Address), Is.EqualTo((code, "E3")));
    }

    [Test]
    public void An_indicator_without_a_line_is_asked_about_when_the_last_report_had_it()
    {
        var finding = AReport.Check([.. Four[..2]], Last([Four[0] with { Numerator = 80 }, .. Four[1..]])).Findings.Single();

        Assert.That((finding.TextKey, finding.Severity), Is.EqualTo(("R30.line", Severity.Question)));
        Assert.That(finding.Message(Vietnamese), Does.Contain("Người trưởng thành: 7.689/12.705").And.Contain("Người lao động"));
    }

    [Test]
    public void A_thinner_report_names_what_would_be_lost_and_says_it_once()
    {
        var onRecord = Four.Select(l => AReport.InJune("00109", l.Indicator, l.Numerator!.Value - 5, l.Denominator));
        var report = AReport.Check([Four[0], Four[1] with { Numerator = null }], Last([Four[0] with { Numerator = 80 }, .. Four[1..]]), onRecord);

        Assert.That(Codes(report), Is.EqualTo(new[] { "R31" }));
        Assert.That(report.Findings[0].Arguments, Is.EqualTo(new[] { "Phường Bưởi", "3", "Học sinh, sinh viên; Người trưởng thành; Người lao động" }));
    }

    [Test]
    public void A_fuller_report_than_the_one_on_record_is_not_asked_about() =>
        Assert.That(Codes(AReport.Check(Four, onRecord: [AReport.InJune("00109", "OFFICIALS", 90, 119)])), Is.Empty);

    [Test]
    public void Wards_missing_from_a_consolidated_workbook_are_named_once()
    {
        var finding = AReport.Check([.. AReport.Wards.Skip(2).Select(w => new ALine("ADULTS", 4000, 10000, w))]).Findings.Single();

        Assert.That((finding.Code, finding.Severity, finding.Cell), Is.EqualTo(("R32", Severity.Warning, (CellRef?)null)));
        Assert.That(finding.Message(Vietnamese), Is.EqualTo("2/8 phường, xã chưa có số liệu trong tệp: Phường Phú Thượng, Phường Bưởi."));
    }

    [Test]
    public void A_percentage_alone_is_asked_about_where_last_month_had_counts()
    {
        ALine[] now = [new("ADULTS", null) { PercentAlone = 62 }];

        Assert.That(Codes(AReport.Check(now, Last(Four[2]))), Is.EqualTo(new[] { "R33" }));
        Assert.That(Codes(AReport.Check(now)), Is.EqualTo(new[] { "R10" }));
    }

    [Test]
    public void A_ward_without_a_past_is_asked_nothing() =>
        Assert.That(Codes(AReport.Check(Four, AReport.Earlier("00112", "ADULTS", 100, 1, 2, 3, 4))), Is.Empty);

    private static IEnumerable<string> Codes(CheckedReport report) => report.Findings.Select(f => f.Code);

    private static List<KpiTracker.Domain.Indicators.Observation> Last(params ALine[] lines) =>
        [.. lines.Select(l => AReport.InJune(l.Ward, l.Indicator, l.Numerator!.Value, l.Denominator) with { Period = AReport.June.Previous })];
}
