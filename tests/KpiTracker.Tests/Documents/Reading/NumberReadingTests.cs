using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

public sealed class NumberReadingTests
{
    [TestCase("118", 118)]
    [TestCase("118 ", 118)]
    [TestCase("\u00A0118\u202F", 118)]
    [TestCase("\uFEFF118\u200B", 118)]
    [TestCase("１２３", 123)]
    [TestCase("1.234.567", 1234567)]
    [TestCase("1,234,567", 1234567)]
    [TestCase("1 234 567", 1234567)]
    [TestCase("1\u00A0234", 1234)]
    [TestCase("1.234.567,5", 1234567.5)]
    [TestCase("1,234.5", 1234.5)]
    [TestCase("118,0", 118)]
    [TestCase("1.5", 1.5)]
    [TestCase("0,855", 0.855)]
    [TestCase("1234.567", 1234.567)]
    [TestCase("250 người", 250)]
    [TestCase("1.250.000 lượt", 1250000)]
    [TestCase("25 tổ", 25)]
    [TestCase("−5", -5)]
    [TestCase("-5", -5)]
    [TestCase("0", 0)]
    public void Count_in_text_is_read_without_doubt(string text, decimal value) =>
        Assert.That(NumberReading.Parse(text, false), Is.EqualTo((value, FigureReading.NumberInText)));

    [TestCase("1.776", false, 1776)]
    [TestCase("13,762", false, 13762)]
    [TestCase("85.512", true, 85.512)]
    [TestCase("85,512", true, 85.512)]
    [TestCase("0.855", true, 0.855)]
    public void One_separator_before_three_digits_is_read_and_told(string text, bool isPercent, decimal value) =>
        Assert.That(NumberReading.Parse(text, isPercent), Is.EqualTo((value, FigureReading.Ambiguous)));

    [TestCase("85,5")]
    [TestCase("85.5")]
    [TestCase("85,5 %")]
    [TestCase("85.5%")]
    [TestCase("85,50")]
    [TestCase("85,5 phần trăm")]
    public void Percentage_in_text_is_read(string text) =>
        Assert.That(NumberReading.Parse(text, true), Is.EqualTo((85.5m, FigureReading.NumberInText)));

    [TestCase("12 34")]
    [TestCase("769¹")]
    [TestCase("769①")]
    [TestCase("1.23.456")]
    [TestCase("1.234,567,890")]
    [TestCase("12abc")]
    [TestCase("khoảng 500")]
    [TestCase("90/119")]
    [TestCase("1e5")]
    [TestCase("(5)")]
    [TestCase("5.")]
    [TestCase(".5")]
    [TestCase("--5")]
    [TestCase("1 2345")]
    [TestCase("85%")]
    [TestCase("INF")]
    [TestCase("99999999999999999999999999")]
    public void What_is_no_count_is_not_guessed(string text) => Assert.That(NumberReading.Parse(text, false), Is.Null);

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("-")]
    [TestCase("—")]
    [TestCase("–")]
    [TestCase("x")]
    [TestCase("X")]
    [TestCase("chưa có")]
    [TestCase("Chưa có số liệu")]
    [TestCase("N/A")]
    [TestCase("...")]
    public void Marks_of_nothing_reported_are_missing(string text) => Assert.That(NumberReading.IsMissing(text));

    [TestCase("0")]
    [TestCase("không")]
    [TestCase("%")]
    [TestCase("5")]
    public void Nought_and_other_words_are_not_missing(string text) => Assert.That(NumberReading.IsMissing(text), Is.False);

    [Test]
    public void Percentages_mean_the_same_however_they_are_kept()
    {
        object[] ways = ["85,5", "85.5", 85.5m, new Shown(0.855m), "85,5 %"];
        foreach (var way in ways)
        {
            var report = Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tỷ lệ (%)"], [1, "CBCCVC", way]));

            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 85.5%" }), $"{way}");
        }
    }
}
