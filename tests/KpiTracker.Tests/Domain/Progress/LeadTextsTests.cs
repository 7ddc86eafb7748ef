using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class LeadTextsTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly ReportingRate All = new(8, 8, 8);

    private static readonly Indicator Adults = ASeries.Percentage("ADULTS") with { ShortNameVi = "Người trưởng thành", ShortNameEn = "Adults" };
    private static readonly Indicator Teams = ASeries.Count("TEAMS", Accumulation.Stock) with { ShortNameVi = "Tổ công nghệ số", ShortNameEn = "Community teams", UnitOfMeasureVi = "tổ" };

    private static readonly OrganisationUnit BaDinh = ASeries.Area with { Key = ASeries.AreaKey with { Code = "KV001" }, Name = "Ba Đình", NameWithKind = "Khu vực Ba Đình" };

    private static readonly IndicatorProgress[] ThreeOfFour =
        [Figure(status: ProgressStatus.Achieved), Figure(status: ProgressStatus.OnTrack), Figure(status: ProgressStatus.OnTrack), Figure(status: ProgressStatus.Behind, measure: 60)];

    [Test]
    public void The_sentence_counts_what_is_on_track_and_names_who_is_farthest_behind_the_path() =>
        Assert.That(
            Sentence(ThreeOfFour, [Figure(BaDinh, Adults, measure: 68.4m, expected: 70), Figure(indicator: Adults, measure: 63.8m, expected: 70)]),
            Is.EqualTo("3/4 chỉ tiêu đúng tiến độ; Tây Hồ cần giúp trước, chậm nhất ở người trưởng thành (−6,2 điểm %)."));

    [Test]
    public void In_English_too() =>
        Assert.That(
            LeadTexts.Sentence(ThreeOfFour, [Figure(indicator: Adults, measure: 63.8m, expected: 70)], All, CultureInfo.GetCultureInfo("en")),
            Is.EqualTo("3 of 4 indicators on track; Tây Hồ needs help first, farthest behind on adults (−6,2 points)."));

    [Test]
    public void The_unit_that_needs_help_first_is_named_with_its_points_before_its_counts()
    {
        IndicatorProgress[] counts = [Figure(BaDinh, Teams, measure: 90, goal: 100, expected: 100), Figure(indicator: Teams, measure: 1, goal: 4, expected: 4)];

        Assert.Multiple(() =>
        {
            Assert.That(Sentence(ThreeOfFour, counts), Does.EndWith("Tây Hồ cần giúp trước, chậm nhất ở tổ công nghệ số (−3 tổ)."));
            Assert.That(
                Sentence(ThreeOfFour, [.. counts, Figure(BaDinh, Adults, measure: 69.9m, expected: 70), Figure(indicator: Adults, status: ProgressStatus.OnTrack)]),
                Does.EndWith("Ba Đình cần giúp trước, chậm nhất ở người trưởng thành (−0,1 điểm %)."),
                "behind on all of its indicators, however little");
        });
    }

    [Test]
    public void What_is_not_judged_is_counted_apart() =>
        Assert.That(
            Sentence([Figure(status: ProgressStatus.OnTrack), Figure(status: ProgressStatus.Undated), Figure(status: ProgressStatus.FirstMonth), Figure(status: ProgressStatus.Awaiting)], []),
            Is.EqualTo("1/4 chỉ tiêu đúng tiến độ, 1 ở tháng đầu, 1 không có thời hạn, 1 chờ đủ báo cáo."));

    [TestCase(ProgressStatus.Undated, "1/3 chỉ tiêu đúng tiến độ, 1 có nguy cơ chậm (người trưởng thành), 1 không có thời hạn.", Description = "with others apart the numbers add up")]
    [TestCase(ProgressStatus.OnTrack, "2/3 chỉ tiêu đúng tiến độ, 1 có nguy cơ chậm (người trưởng thành).", Description = "a ward, below which nobody is named")]
    public void What_is_at_risk_is_counted_and_named_where_nothing_else_tells_it(ProgressStatus third, string sentence) =>
        Assert.That(Sentence([Figure(status: ProgressStatus.OnTrack), Figure(indicator: Adults, status: ProgressStatus.AtRisk), Figure(status: third)], []), Is.EqualTo(sentence));

    [TestCase(ProgressStatus.NoTarget, "1/2 chỉ tiêu đúng tiến độ, 1 chậm tiến độ (người trưởng thành).", Description = "nobody below has a target")]
    [TestCase(ProgressStatus.OnTrack, "1/2 chỉ tiêu đúng tiến độ, 1 chậm tiến độ (người trưởng thành); không đơn vị nào chậm tiến độ.", Description = "the targets below are softer")]
    public void What_is_behind_is_counted_and_named_where_nobody_below_is_named_for_it(ProgressStatus below, string sentence) =>
        Assert.That(Sentence([Figure(status: ProgressStatus.OnTrack), Figure(indicator: Adults, status: ProgressStatus.Behind)], [Figure(indicator: Adults, status: below)]), Is.EqualTo(sentence));

    [Test]
    public void More_than_two_that_lag_are_counted_and_not_named() =>
        Assert.That(
            Sentence([.. Enumerable.Repeat(Figure(indicator: Adults, status: ProgressStatus.Behind), 3), Figure(status: ProgressStatus.Missed)], []),
            Is.EqualTo("0/4 chỉ tiêu đúng tiến độ, 1 đã quá hạn mà chưa đạt, 3 chậm tiến độ."));

    [Test]
    public void What_is_past_its_deadline_is_told_from_what_is_only_behind() =>
        Assert.That(
            Sentence([Figure(status: ProgressStatus.Missed), Figure(status: ProgressStatus.Missed)], []),
            Is.EqualTo("0/2 chỉ tiêu đúng tiến độ, 2 đã quá hạn mà chưa đạt."));

    [Test]
    public void The_first_month_is_no_failure() =>
        Assert.That(
            Sentence([Figure(status: ProgressStatus.FirstMonth), Figure(status: ProgressStatus.FirstMonth), Figure(status: ProgressStatus.NoData) with { Measure = null }], []),
            Is.EqualTo("Tháng đầu tiên có số liệu: chưa có tháng trước để so tiến độ của 2 chỉ tiêu, 1 chưa có số liệu."));

    [Test]
    public void A_ward_bears_its_kind_and_so_does_a_number()
    {
        var numbered = ASeries.District with { Name = "1", NameWithKind = "Quận 1" };

        Assert.Multiple(() =>
        {
            Assert.That(Sentence(ThreeOfFour, [Figure(ASeries.Ward, Adults, measure: 1, expected: 2)]), Does.Contain("; Phường Tây Hồ cần giúp trước"));
            Assert.That(Sentence(ThreeOfFour, [Figure(numbered, Adults, measure: 1, expected: 2)]), Does.Contain("; Quận 1 cần giúp trước"));
        });
    }

    [Test]
    public void After_the_deadline_the_target_itself_is_the_measure() =>
        Assert.That(Sentence(ThreeOfFour, [Figure(indicator: Adults, status: ProgressStatus.Missed, measure: 80, goal: 95, expected: 90)]), Does.Contain("(−15,0 điểm %)"));

    [Test]
    public void Nobody_is_named_where_nobody_lags() =>
        Assert.That(Sentence([Figure(status: ProgressStatus.OnTrack)], [Figure(status: ProgressStatus.OnTrack)]), Is.EqualTo("1/1 chỉ tiêu đúng tiến độ; không đơn vị nào chậm tiến độ."));

    [Test]
    public void What_is_not_known_is_said()
    {
        var silent = Figure(status: ProgressStatus.NoData) with { Measure = null };

        Assert.Multiple(() =>
        {
            Assert.That(Sentence([Figure(status: ProgressStatus.OnTrack), silent], [silent]), Is.EqualTo("1/2 chỉ tiêu đúng tiến độ, 1 chưa có số liệu."));
            Assert.That(Sentence([silent, silent], [silent]), Is.EqualTo("Chưa có số liệu kỳ này cho 2 chỉ tiêu có mục tiêu."));
            Assert.That(Sentence([Figure(status: ProgressStatus.NoTarget) with { Target = null }], []), Is.EqualTo("Chưa có chỉ tiêu nào được giao mục tiêu."));
        });
    }

    [TestCase(6, true, "1/1 chỉ tiêu đúng tiến độ – tạm tính, 6/8 phường, xã đã nộp.")]
    [TestCase(6, false, "1/1 chỉ tiêu đúng tiến độ – tạm tính.", Description = "the sentence beside it says who is silent")]
    [TestCase(8, true, "1/1 chỉ tiêu đúng tiến độ – tạm tính, 1 chỉ tiêu chưa đủ phường, xã.")]
    [TestCase(8, false, "1/1 chỉ tiêu đúng tiến độ – tạm tính, 1 chỉ tiêu chưa đủ phường, xã.")]
    public void A_sentence_that_rests_on_some_of_the_wards_is_provisional(int reported, bool saysWhoReported, string sentence)
    {
        var partial = Figure(status: ProgressStatus.OnTrack) with { Coverage = new Coverage(6, 8), Value = ASeries.ValueOf(Adults, 70) };

        Assert.That(LeadTexts.Sentence([partial], [], new ReportingRate(8, reported, reported), Vietnamese, saysWhoReported), Is.EqualTo(sentence));
    }

    [Test]
    public void More_than_exactly_is_no_lag() =>
        Assert.That(Lag.Of(Figure(measure: 80, goal: 70, expected: null)), Is.Null);

    private static string Sentence(IEnumerable<IndicatorProgress> own, IEnumerable<IndicatorProgress> below) => LeadTexts.Sentence(own, below, All, Vietnamese);

    internal static IndicatorProgress Figure(
        OrganisationUnit? unit = null,
        Indicator? indicator = null,
        ProgressStatus status = ProgressStatus.Behind,
        decimal measure = 60,
        decimal goal = 85,
        decimal? expected = 70)
    {
        var of = indicator ?? Adults;
        var target = ASeries.Target(goal, indicator: of.Code, measure: of.Kind == IndicatorKind.Percentage ? TargetMeasure.Percent : TargetMeasure.Count);
        return new IndicatorProgress(
            of, unit ?? ASeries.Area, ASeries.May2025, null, new Coverage(8, 8), ASeries.Choice(target), measure, goal, expected, null, null, null, status);
    }
}
