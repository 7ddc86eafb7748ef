using ClosedXML.Excel;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Templates;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Templates;

public sealed class WardTemplateTests
{
    private static readonly ReportingPeriod September = new(2025, 9);

    [Test]
    public void Figures_typed_into_the_template_are_read_back_as_typed()
    {
        var report = Reports.Check(Filled(Template(Reports.May)));

        Assert.Multiple(() =>
        {
            Assert.That(report.Outcome, Is.EqualTo(CheckOutcome.Accepted));
            Assert.That(Reports.Kept(report), Is.EqualTo(Reports.Registers.Indicators.Select((indicator, i) =>
                indicator.Kind == IndicatorKind.Count ? $"00109 {indicator.Code} {100 + i}" : $"00109 {indicator.Code} {100 + i}/{1000 + i}")));
        });
    }

    [Test]
    public void Empty_template_reports_nothing()
    {
        var report = Reports.Check(Template(Reports.May));

        Assert.That(report.Observations, Is.Empty);
    }

    [Test]
    public void Template_of_another_month_is_asked_about_once()
    {
        var report = Reports.Check(Filled(Template(Reports.May)), period: new ReportingPeriod(2025, 6));

        Assert.Multiple(() =>
        {
            Assert.That(report.Outcome, Is.EqualTo(CheckOutcome.Questioned));
            Assert.That(report.Findings.Where(f => f.Severity == Severity.Question).Select(f => f.Code), Is.EqualTo(new[] { "R14" }));
        });
    }

    [Test]
    public void Template_of_another_ward_is_asked_about()
    {
        var report = Reports.Check(Filled(Template(Reports.May)), unit: "00094");

        Assert.That(Reports.Codes(report), Does.Contain("R15"));
    }

    [Test]
    public void Template_names_the_ward_of_its_own_time()
    {
        var unit = Reports.Registers.Units.Find("00103", September)!;
        using var file = new MemoryStream();
        WardTemplateWriter.Write(new TemplateContent(unit, null, September, [new TemplateLine(Reports.Registers.Indicators[0], 1234)]), file);
        using var workbook = new XLWorkbook(file);

        Assert.Multiple(() =>
        {
            Assert.That(workbook.Worksheet(1).Cell("A2").GetString(), Is.EqualTo("UBND PHƯỜNG TÂY HỒ"));
            Assert.That(workbook.Worksheet(1).Cell("A5").GetString(), Is.EqualTo("Tháng 9 năm 2025"));
            Assert.That(workbook.Worksheet(1).Cell("D9").GetDouble(), Is.EqualTo(1234));
            Assert.That(workbook.Worksheet(1).Cell("E9").Style.Protection.Locked, Is.False);
            Assert.That(workbook.Worksheet(1).Column("H").IsHidden);
        });
    }

    private static byte[] Template(ReportingPeriod period)
    {
        var unit = Reports.Registers.Units.Find(Reports.Ward, period)!;
        using var file = new MemoryStream();
        WardTemplateWriter.Write(
            new TemplateContent(unit, Reports.Registers.Units.Find(unit.Parent!.Value), period, [.. Reports.Registers.Indicators.Select(i => new TemplateLine(i, null))]),
            file);
        return file.ToArray();
    }

    private static byte[] Filled(byte[] template)
    {
        using var workbook = new XLWorkbook(new MemoryStream(template));
        var sheet = workbook.Worksheet(1);
        for (var i = 0; i < Reports.Registers.Indicators.Count; i++)
        {
            if (Reports.Registers.Indicators[i].Kind == IndicatorKind.Percentage)
            {
                sheet.Cell(9 + i, 4).SetValue(1000 + i);
            }

            sheet.Cell(9 + i, 5).SetValue(100 + i);
        }

        using var file = new MemoryStream();
        workbook.SaveAs(file);
        return file.ToArray();
    }
}
