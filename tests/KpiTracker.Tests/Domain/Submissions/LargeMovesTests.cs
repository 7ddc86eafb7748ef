using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>What is far enough from the last approved month to be looked at.</summary>
public sealed class LargeMovesTests
{
    [TestCase("1000/5000", "1500/5000", false, Description = "a tenth of the whole exactly")]
    [TestCase("1000/5000", "1501/5000", true)]
    [TestCase("1000/5000", "499/5000", true, Description = "down as well as up")]
    [TestCase("10/50", "30/50", false, Description = "twenty people, however small the whole")]
    [TestCase("10/50", "31/50", true)]
    [TestCase("1000/5000", "1000/5600", true, Description = "the whole itself")]
    [TestCase("1000/5000", "1000/5500", false)]
    [TestCase("100", "150", false, Description = "half of a count exactly")]
    [TestCase("100", "151", true)]
    [TestCase("0", "20", false)]
    [TestCase("0", "21", true)]
    [TestCase("60%", "70%", false)]
    [TestCase("60%", "70.1%", true)]
    [TestCase("60%", "70/100", true, Description = "counts in the place of a percentage")]
    [TestCase("10/50", "", true, Description = "no longer reported")]
    [TestCase("", "10/50", false, Description = "new")]
    public void A_move_is_large_from_a_tenth_of_the_whole_or_half_of_a_count_and_more_than_twenty(string before, string after, bool isLarge) =>
        Assert.That(LargeMoves.Between(Of(before), Of(after), new HashSet<string>()), Has.Count.EqualTo(isLarge ? 1 : 0));

    [TestCase("100", "300", false, Description = "three times exactly")]
    [TestCase("100", "301", true)]
    [TestCase("300", "100", false)]
    [TestCase("300", "99", true)]
    [TestCase("5", "25", false, Description = "twenty, however many times")]
    [TestCase("0", "21", true)]
    public void What_is_counted_month_by_month_moves_far_from_three_times_up_or_down(string before, string after, bool isLarge) =>
        Assert.That(LargeMoves.Between(Of(before), Of(after), new HashSet<string> { "ADULTS" }), Has.Count.EqualTo(isLarge ? 1 : 0));

    private static KeptFigure[] Of(string figure)
    {
        if (figure.Length == 0)
        {
            return [];
        }

        var parts = figure.TrimEnd('%').Split('/').Select(p => decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return [figure.EndsWith('%') ? new KeptFigure("ADULTS", null, null, parts[0]) : new KeptFigure("ADULTS", parts[0], parts.Count > 1 ? parts[1] : null, null)];
    }
}
