using System.Globalization;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>What a corrected report changes, in words.</summary>
internal sealed class FigureDifferenceTests
{
    private static readonly RegisterSnapshot Registers = RegisterSnapshot.FromFiles();

    private static readonly KeptFigure Officials = new("OFFICIALS", 90, 119, null);
    private static readonly KeptFigure Visits = new("TRAINING_VISITS", 1200, null, null);

    [Test]
    public void The_same_figures_in_another_order_differ_in_nothing() =>
        Assert.That(FigureDifference.Between([Officials, Visits], [Visits, Officials]), Is.Empty);

    [TestCase(95, 119, "Cán bộ, công chức: số đạt từ 90 thành 95 (+5).", "Officials: number reached from 90 to 95 (+5).")]
    [TestCase(88, 1120, "Cán bộ, công chức: số đạt từ 90 thành 88 (−2); tổng số từ 119 thành 1.120 (+1.001).", "Officials: number reached from 90 to 88 (−2); total from 119 to 1.120 (+1.001).")]
    public void A_changed_figure_says_what_changed(int numerator, int denominator, string vietnamese, string english)
    {
        var now = Officials with { Numerator = numerator, Denominator = denominator };

        Assert.That(Words([Officials], [now]), Is.EqualTo((vietnamese, english)));
    }

    [Test]
    public void A_count_has_no_total() =>
        Assert.That(Words([Visits], [Visits with { Numerator = 1250 }]).Vietnamese, Is.EqualTo("Lượt tập huấn: số lượng từ 1.200 thành 1.250 (+50)."));

    [Test]
    public void A_percentage_that_becomes_counts_says_so() =>
        Assert.That(
            Words([new("OFFICIALS", null, null, 75.5m)], [Officials]).Vietnamese,
            Is.EqualTo("Cán bộ, công chức: bổ sung số đạt 90; bổ sung tổng số 119; bỏ tỷ lệ (lần trước là 75,5%)."));

    [Test]
    public void What_was_added_and_what_fell_away_is_named_and_missing_is_not_zero()
    {
        var differences = FigureDifference.Between([Officials], [Visits with { Numerator = 0 }]);

        Assert.That(
            differences.Select(d => d.Sentence(Registers.Indicator(d.IndicatorCode), new CultureInfo("vi"))),
            Is.EqualTo(new[] { "Lượt tập huấn: bổ sung số liệu 0.", "Cán bộ, công chức: không còn báo cáo (lần trước là 90 trên 119)." }));
    }

    private static (string Vietnamese, string English) Words(KeptFigure[] earlier, KeptFigure[] later)
    {
        var difference = FigureDifference.Between(earlier, later).Single();
        var indicator = Registers.Indicator(difference.IndicatorCode);
        return (difference.Sentence(indicator, new CultureInfo("vi")), difference.Sentence(indicator, new CultureInfo("en")));
    }
}
