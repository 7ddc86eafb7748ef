using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Tests.Data.SubmissionTables;

/// <summary>A percentage adds up wards that have both counts, a count whoever has a numerator.</summary>
internal sealed class FigureSeriesTests
{
    private static readonly ReportingPeriod May = new(2025, 5);

    [TestCase("{}", IndicatorKind.Percentage, "")]
    [TestCase("""{"2025-05":[850,1000,2,0,0]}""", IndicatorKind.Percentage, "2025-05 850/1000 of 2")]
    [TestCase("""{"2025-05":[850,1000,2,7,1]}""", IndicatorKind.Percentage, "2025-05 850/1000 of 2")]
    [TestCase("""{"2025-05":[0,0,0,7,1]}""", IndicatorKind.Percentage, "")]
    [TestCase("""{"2025-05":[0,0,0,7,1]}""", IndicatorKind.Count, "2025-05 7/0 of 1")]
    [TestCase("""{"2025-05":[850,1000,2,7,1]}""", IndicatorKind.Count, "2025-05 857/0 of 3")]
    [TestCase("""{"2025-05":[0,5,1,0,0],"2025-04":[1,2,1,0,0],"2025-06":[9,9,1,0,0]}""", IndicatorKind.Percentage, "2025-05 0/5 of 1; 2025-04 1/2 of 1")]
    [TestCase("""{"2025-05":[-12,30,2,0,0]}""", IndicatorKind.Percentage, "2025-05 -12/30 of 2")]
    [TestCase("""{"2025-05":[9007199254740993,9007199254740994,1,0,0]}""", IndicatorKind.Percentage, "2025-05 9007199254740993/9007199254740994 of 1")]
    public void Months_are_read_as_their_kind_adds_up(string months, IndicatorKind kind, string expected) =>
        Assert.That(string.Join("; ", FigureSeries.Read(months, kind, May).Select(m => $"{m.Period} {m.Numerator}/{m.Denominator} of {m.Wards}")), Is.EqualTo(expected));

    [TestCase("""{"2025-05"}""")]
    [TestCase("""{"05/2025":[1,2,1,0,0]}""")]
    [TestCase("""{"2025-05":[1.5,2,1,0,0]}""")]
    public void What_no_trigger_wrote_is_no_series(string months) =>
        Assert.That(() => FigureSeries.Read(months, IndicatorKind.Count, May), Throws.InstanceOf<FormatException>());
}
