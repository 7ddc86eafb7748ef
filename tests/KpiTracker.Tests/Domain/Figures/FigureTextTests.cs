using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Tests.Domain.Figures;

public sealed class FigureTextTests
{
    [TestCase(85.5, "85,5%")]
    [TestCase(85.55, "85,6%")]
    [TestCase(0, "0,0%")]
    [TestCase(99.9169, "99,9%")]
    [TestCase(99.97, "99,9%", Description = "what is under 100 is never shown as 100")]
    [TestCase(100, "100,0%")]
    [TestCase(105.26, "105,3%")]
    [TestCase(1234.5, "1.234,5%")]
    public void Percentages_have_one_decimal_and_a_comma(double percent, string text) =>
        Assert.That(FigureText.Percent((decimal)percent), Is.EqualTo(text));

    [Test]
    public void One_thousand_two_hundred_and_three_of_1204_is_not_all() =>
        Assert.That(FigureText.Percent(1203m * 100 / 1204), Is.EqualTo("99,9%"));

    [TestCase(1234567, "1.234.567")]
    [TestCase(0, "0")]
    [TestCase(12.5, "12,5")]
    public void Counts_have_dots_between_thousands(double count, string text) => Assert.That(FigureText.Count((decimal)count), Is.EqualTo(text));

    [Test]
    public void Missing_is_a_dash_and_not_nought() => Assert.Multiple(() =>
    {
        Assert.That(FigureText.Count(null), Is.EqualTo("–"));
        Assert.That(FigureText.Percent(null), Is.EqualTo("–"));
        Assert.That(FigureText.Points(null), Is.EqualTo("–"));
    });

    [TestCase(1.24, "+1,2")]
    [TestCase(-0.36, "−0,4")]
    [TestCase(0, "0,0")]
    [TestCase(0.04, "0,0", Description = "too small to show has no sign")]
    [TestCase(-0.04, "0,0")]
    public void Points_are_signed(double points, string text) => Assert.That(FigureText.Points((decimal)points), Is.EqualTo(text));

    [TestCase(95, "95%")]
    [TestCase(87.5, "87,5%")]
    public void A_target_keeps_the_decimals_it_was_given(double percent, string text) =>
        Assert.That(FigureText.TargetPercent((decimal)percent), Is.EqualTo(text));

    [Test]
    [SetCulture("en-US")]
    public void Figures_and_dates_are_the_same_whatever_the_threads_culture() => Assert.Multiple(() =>
    {
        Assert.That(CultureInfo.CurrentCulture.Name, Is.EqualTo("en-US"));
        Assert.That(FigureText.Change(1240), Is.EqualTo("+1.240"));
        Assert.That(FigureText.Date(new DateOnly(2026, 1, 5)), Is.EqualTo("05/01/2026"));
        Assert.That(FigureText.Period(new ReportingPeriod(2025, 5)), Is.EqualTo("05/2025"));
        Assert.That(FigureText.Time(new DateTimeOffset(2026, 1, 5, 7, 4, 0, TimeSpan.FromHours(7))), Is.EqualTo("07:04 05/01/2026"));
    });
}
