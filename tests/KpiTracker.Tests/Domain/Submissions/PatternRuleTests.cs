using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Documents;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>Figures that look estimated, totals, names that repeat, and edits that make a stored formula old.</summary>
public sealed class PatternRuleTests
{
    private static readonly object?[] DistrictHead = ["STT", "Đơn vị", "CBCCVC", null, "HSSV", null];
    private static readonly object?[] DistrictRoles = [null, null, "Tổng số", "Đạt", "Tổng số", "Đạt"];

    [TestCase("R29.round", 100, 1100, 7700, TestName = "Nothing but round numbers")]
    [TestCase(null, 100, 1100, 7710, TestName = "One number that is not round")]
    [TestCase(null, 10, 1100, 7700, TestName = "Small numbers are often round")]
    [TestCase("R29.repeated", 111, 111, 111, TestName = "The same number three times")]
    [TestCase(null, 111, 111, 112, TestName = "The same number twice")]
    [TestCase(null, 119, 2191, 12705, TestName = "Complete groups without a past")]
    public void Patterns(string? key, int officials, int students, int adults) =>
        Assert.That(
            AReport.Check([new("OFFICIALS", officials, 119), new("STUDENTS", students, 2191), new("ADULTS", adults, 12705)]).Findings.Select(f => f.TextKey),
            Is.EqualTo(key is null ? Array.Empty<string>() : [key]));

    [TestCase(5000, true)]
    [TestCase(11000, false)]
    public void Everybody_reached_everywhere_is_told_where_last_month_was_far_from_it(int adultsBefore, bool isTold)
    {
        var before = new[] { ("OFFICIALS", 50m, 119m), ("STUDENTS", 900m, 2191m), ("ADULTS", adultsBefore, 12705m) }
            .Select(b => AReport.InJune("00109", b.Item1, b.Item2, b.Item3) with { Period = AReport.June.Previous });
        var report = AReport.Check([new("OFFICIALS", 119, 119), new("STUDENTS", 2191, 2191), new("ADULTS", 12705, 12705)], before);

        Assert.That(report.Findings.Select(f => f.TextKey), Is.EqualTo(isTold ? ["R29.full"] : Array.Empty<string>()));
    }

    [TestCase(127050, "R23.far")]
    [TestCase(1270, "R23.far")]
    [TestCase(15000, "R23")]
    [TestCase(12800, null)]
    public void Whole_many_times_last_month_s_is_asked_about(int whole, string? key) =>
        Assert.That(
            AReport.Check([new("ADULTS", 1000, whole)], [AReport.InJune("00109", "ADULTS", 990, 12705) with { Period = AReport.June.Previous }]).Findings.Select(f => f.TextKey).Where(k => k.StartsWith("R23", StringComparison.Ordinal)),
            Is.EqualTo(key is null ? Array.Empty<string>() : [key]));

    [TestCase(127050, true)]
    [TestCase(30000, false)]
    public void Whole_far_beyond_all_neighbours_is_asked_about(int whole, bool isAsked)
    {
        var peers = new[] { "00091", "00094", "00097" }.Select((ward, i) => AReport.InJune(ward, "ADULTS", 900, 9000 + (i * 1000)));

        Assert.That(AReport.Check([new("ADULTS", 1000, whole)], peers: peers).Findings.Any(f => f.TextKey == "R23.peers"), Is.EqualTo(isAsked));
    }

    [Test]
    public void Same_whole_in_several_groups_is_told() =>
        Assert.That(
            AReport.Check([new("OFFICIALS", 91, 9500), new("STUDENTS", 1134, 9500), new("ADULTS", 7689, 9500), new("SMARTPHONE", 7001, 9500)]).Findings.Select(f => f.TextKey),
            Is.EqualTo(new[] { "R29.wholes" }));

    [TestCase("2025-08", "R14", Severity.Question)]
    [TestCase("2024-09", "R14.year", Severity.Error)]
    public void Template_of_another_month_is_asked_about_and_of_another_year_refused(string month, string key, Severity severity)
    {
        var report = AReport.Of([new("OFFICIALS", 91, 119)]) with
        {
            StatedPeriods = [new StatedPeriod(KpiTracker.Domain.Periods.ReportingPeriod.Parse(month), month, null, IsTemplateMark: true)],
        };
        var reference = AReport.Reference([]) with { Period = new(2025, 9) };

        Assert.That(ReportCheck.Run(report, reference).Findings.Select(f => (f.TextKey, f.Severity)), Is.EqualTo(new[] { (key, severity) }));
    }

    [Test]
    public void Ward_that_stands_again_is_one_finding_and_none_of_its_figures_is_kept()
    {
        var report = Reports.Check(
            Book.Of(DistrictHead, DistrictRoles, [1, "Phường Bưởi", 140, 63, 10, 5], [2, "Phường Nhật Tân", 131, 70, 20, 6], [3, "P. Bưởi", 141, 64, 11, 6]), Reports.District);

        Assert.That(Reports.Found(report).Select(f => (f.TextKey, f.Cell!.Address)), Is.EqualTo(new[] { ("R19.unit", "B5") }));
        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00094 OFFICIALS 70/131", "00094 STUDENTS 6/20" }));
    }

    [Test]
    public void Unreadable_figure_is_not_asked_about_again_by_the_total() =>
        Assert.That(
            Reports.Codes(Reports.Check(Book.Of(DistrictHead, DistrictRoles, [1, "Phường Bưởi", 140, "khoảng 60", 10, 5], ["Tổng cộng", null, 140, 63, 10, 5]), Reports.District)),
            Is.EquivalentTo(new[] { "R02", "R32" }));

    [TestCase(true, false, 0, TestName = "The file's formula shows the sum before the edit")]
    [TestCase(false, false, 1, TestName = "A total typed by hand is asked about")]
    [TestCase(true, true, 1, TestName = "A total typed over is asked about")]
    public void Total_over_an_edited_figure(bool isFormula, bool isTotalEdited, int questions)
    {
        var line = Edited(Line(63, 140));
        var total = new TotalLine("OFFICIALS", new ReportFigure(new("Báo cáo", "E9"), "70", 70, FigureReading.Number, isFormula) { IsEdited = isTotalEdited }, null);

        Assert.That(ReportCheck.Run(AReport.Of([]) with { Lines = [line], Totals = [total] }, AReport.Reference([])).Findings.Count(f => f.Code == "R20"), Is.EqualTo(questions));
    }

    [TestCase(true, 0)]
    [TestCase(false, 1)]
    public void Percentage_beside_an_edited_count(bool isFormula, int warnings)
    {
        var line = Edited(Line(63, 140)) with { Percent = new(new("Báo cáo", "F2"), "75,0%", 75, FigureReading.Number, isFormula) };

        Assert.That(ReportCheck.Run(AReport.Of([]) with { Lines = [line] }, AReport.Reference([])).Findings.Count(f => f.Code == "R11"), Is.EqualTo(warnings));
    }

    [Test]
    public void Nearest_names_that_repeat_say_where_they_belong()
    {
        var units = Reports.Registers.Units;
        var twice = units.Units.Where(u => u.IsWard && u.IsValidIn(AReport.June)).GroupBy(u => u.NameWithKind).First(g => g.Count() > 1).ToList();
        var line = Line(63, 140) with { Unit = new UnitMention("Tân", new("Báo cáo", "B2"), null, false, twice) };
        var finding = ReportCheck.Run(AReport.Of([]) with { Lines = [line] }, AReport.Reference([])).Findings.Single(f => f.Code == "R17");

        Assert.That(finding.Arguments[1], Is.EqualTo(string.Join(", ", twice.Select(u => $"{u.NameWithKind} ({units.Find(u.Parent!.Value)!.NameWithKind})"))));
    }

    private static ReportLine Line(decimal numerator, decimal denominator) => AReport.Of([new("OFFICIALS", numerator, denominator)]).Lines[0] with
    {
        Numerator = new(new("Báo cáo", "E2"), "", numerator, FigureReading.Number),
        Denominator = new(new("Báo cáo", "D2"), "", denominator, FigureReading.Number),
    };

    private static ReportLine Edited(ReportLine line) => line with { Numerator = line.Numerator! with { IsEdited = true } };
}
