using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.Progress;

public sealed class ProgressTextsTests
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Test]
    public void A_stated_comparator_is_in_the_sentence() =>
        Assert.That(ProgressTexts.TargetWithDeadline(ASeries.Target(95, comparator: Comparator.MoreThan), Vietnamese), Is.EqualTo("trên 95% đến 31/12/2026"));

    [Test]
    public void A_comparator_that_the_source_does_not_state_is_owned_up_to() =>
        Assert.That(
            ProgressTexts.TargetWithDeadline(ASeries.Target(80, null, stated: false), Vietnamese),
            Is.EqualTo("mức 80% (nguồn không nêu thời hạn) (nguồn không ghi rõ so sánh; hiểu là ít nhất)"));

    [Test]
    public void In_a_list_a_footnote_s_mark_owns_up_to_a_comparator_that_the_source_does_not_state() => Assert.Multiple(() =>
    {
        Assert.That(ProgressTexts.TargetMarked(ASeries.Target(80, null, stated: false), Vietnamese), Is.EqualTo("mức 80%*, không có thời hạn"));
        Assert.That(ProgressTexts.TargetSign(ASeries.Target(100, stated: false)), Is.EqualTo("≥ 100%*"));
    });

    [Test]
    public void A_count_of_each_ward_says_so() =>
        Assert.That(ProgressTexts.TargetInWords(ASeries.Target(1, null, measure: TargetMeasure.CountInEachWard), English), Is.EqualTo("at least 1 in each ward"));

    [Test]
    public void Every_status_has_its_word_in_both_languages() => Assert.Multiple(() =>
    {
        foreach (var status in Enum.GetValues<ProgressStatus>())
        {
            Assert.That(ProgressTexts.Status(status, Vietnamese), Is.Not.Empty.And.Not.EqualTo(ProgressTexts.Status(status, English)));
        }
    });

    [Test]
    public void Coverage_counts_the_wards_in_words() =>
        Assert.That(ProgressTexts.CoverageInWords(new Coverage(6, 8), Vietnamese), Is.EqualTo("6/8 phường, xã đã nộp"));

    [TestCase(1, 1, "đã nộp báo cáo", "có số liệu")]
    [TestCase(0, 1, "chưa nộp báo cáo", "chưa có số liệu")]
    [TestCase(1, 2, "1/2 phường, xã đã nộp", "1/2 phường, xã có số liệu")]
    public void Of_a_single_ward_it_is_said_without_numbers(int reported, int expected, string reports, string figures)
    {
        var (coverage, language) = (new Coverage(reported, expected), Vietnamese);

        Assert.That((ProgressTexts.CoverageInWords(coverage, language), ProgressTexts.FiguresInWords(coverage, language)), Is.EqualTo((reports, figures)));
    }

    [TestCase(false, "dự kiến đạt 96–98% vào 31/12/2026: sẽ đạt nếu giữ tốc độ này")]
    [TestCase(true, "dự kiến đạt 96–98% vào 31/12/2026: vẫn đạt nếu giữ tốc độ này")]
    public void What_is_met_stays_met(bool isMet, string words) => Assert.That(
        PaceTexts.Forecast(new Forecast(new ReportingPeriod(2026, 12), 96, 97, 98), ASeries.Officials, ASeries.Target(95), Vietnamese, isMet: isMet),
        Is.EqualTo(words));
}
