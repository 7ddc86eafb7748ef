using FsCheck;
using FsCheck.Fluent;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Documents;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>What holds of every report that a workbook could be read as, however odd, and whatever is on record.</summary>
public sealed class RulePropertyTests
{
    private const int Tried = 200;

    /// <summary>Lines, totals and observations at most: odd reports need not be long.</summary>
    private const int Longest = 30;

    private static readonly string[] Indicators = [.. Reports.Registers.Indicators.Select(i => i.Code)];
    private static readonly decimal?[] Numbers = [null, -3, 0, 1, 1.5m, 20, 90, 100, 119, 1100, 9310, 200, 12705, 999999999];
    private static readonly UnitKey[] Wards = [.. AReport.Wards.Take(4).Select(AReport.Key), Reports.Key("00004", AReport.June)];

    [Test]
    public void No_report_makes_a_rule_throw_and_findings_are_in_order_and_kept_figures_without_error() =>
        Prop.ForAll(AnyReport().ToArbitrary(), HoldsOf).Check(Config.QuickThrowOnFailure.WithMaxTest(Tried).WithEndSize(Longest).WithReplay(17, 31));

    private static void HoldsOf((WardReport Report, ReferenceData Reference) any)
    {
        var lines = any.Report.Lines.ToList();
        var previous = any.Reference.Previous.ToList();
        var first = ReportCheck.Run(any.Report, any.Reference);
        var again = ReportCheck.Run(any.Report, any.Reference with { });

        Assert.That(any.Report.Lines, Is.EqualTo(lines), "a rule changes nothing");
        Assert.That(any.Reference.Previous, Is.EqualTo(previous), "a rule changes nothing");
        Assert.That(again.Findings.Select(Printed), Is.EqualTo(first.Findings.Select(Printed)), "the same report gives the same findings");
        Assert.That(first.Findings.Select(f => f.Severity), Is.Ordered);
        Assert.That(FindingGroups.Of(first.Findings).SelectMany(g => g.Findings), Is.EquivalentTo(first.Findings));
        Assert.That(first.Observations.Select(o => (o.Unit, o.IndicatorCode)), Is.Unique, "of two figures none is kept");
        Assert.That(first.Findings.Where(f => f.Severity == Severity.Question && f.Code is "R22" or "R27").GroupBy(f => (f.Unit, f.IndicatorCode, f.Cell)), Has.All.Matches<IGrouping<(UnitKey?, string?, CellRef?), Finding>>(g => g.Select(f => f.Code).Distinct().Count() == 1));
    }

    private static string Printed(Finding finding) =>
        $"{finding.Severity} {finding.Cell} {finding.Message(System.Globalization.CultureInfo.InvariantCulture)} {finding.Mend(System.Globalization.CultureInfo.InvariantCulture)}";

    private static Gen<(WardReport, ReferenceData)> AnyReport() =>
        from isOfDistrict in Gen.Elements(true, false)
        from lines in AnyLine(isOfDistrict).ListOf()
        from totals in AnyFigure().Two().Select(f => new TotalLine("ADULTS", f.Item1, f.Item2)).ListOf()
        from layout in Gen.Elements(Enum.GetValues<ReportLayout>())
        from previous in AnyObservation(-12, -1).ListOf()
        from onRecord in AnyObservation(0, 0).ListOf()
        from peers in AnyObservation(-3, 0).ListOf()
        let report = new WardReport(layout, "Báo cáo", [.. lines], [], [], [.. totals], [])
        let scope = AReport.Reference(Scope(isOfDistrict), Once(previous), Once(onRecord), Once(peers))
        select (report, scope);

    private static ALine[] Scope(bool isOfDistrict) => isOfDistrict ? [new ALine("ADULTS", 1, 1, "00112")] : [];

    private static IEnumerable<Observation> Once(IEnumerable<Observation> observations) => observations.DistinctBy(o => (o.Unit, o.IndicatorCode, o.Period));

    private static Gen<ReportLine> AnyLine(bool isOfDistrict) =>
        from indicator in Gen.Elements(Indicators)
        from ward in Gen.Elements(Wards)
        from kind in Gen.Choose(0, 9)
        from row in Gen.Choose(2, 30)
        from numerator in AnyFigure()
        from denominator in AnyFigure()
        from percent in AnyFigure()
        from has in Gen.Choose(0, 7)
        let mention = !isOfDistrict || kind == 0 ? null : new UnitMention("Phường", new CellRef("Báo cáo", $"A{row}"), kind == 1 ? null : ward, kind != 2, [Reports.Registers.Units.Find(ward)!])
        select new ReportLine(mention, indicator, new CellRef("Báo cáo", $"B{row}"), (has & 1) == 0 ? numerator : null, (has & 2) == 0 ? denominator : null, (has & 4) == 0 ? percent : null);

    private static Gen<ReportFigure> AnyFigure() =>
        from value in Gen.Elements(Numbers)
        from reading in Gen.Elements(Enum.GetValues<FigureReading>())
        from column in Gen.Elements("D", "E", "F")
        from row in Gen.Choose(2, 30)
        from isFormula in Gen.Elements(true, false)
        from isEdited in Gen.Elements(true, false)
        let isNumber = reading is FigureReading.Number or FigureReading.NumberInText or FigureReading.Ambiguous
        select new ReportFigure(new CellRef("Báo cáo", $"{column}{row}"), isNumber ? "1" : "", isNumber ? (value ?? 7) : null, reading, isFormula) { IsEdited = isEdited };

    private static Gen<Observation> AnyObservation(int first, int last) =>
        from ward in Gen.Elements(Wards)
        from indicator in Gen.Elements(Indicators)
        from month in Gen.Choose(first, last)
        from numerator in Gen.Elements(Numbers)
        from denominator in Gen.Elements(Numbers)
        select new Observation(ward, indicator, AReport.June.AddMonths(month), numerator, denominator, numerator is null ? 50 : null);
}
