using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Documents;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>For each printed code one report that it is printed for; a new rule without one fails here.</summary>
public sealed class RuleCaseTests
{
    private static readonly object?[] HeadB = ["STT", "Đơn vị", "CBCCVC", null];
    private static readonly object?[] RolesB = [null, null, "Tổng số", "Đạt"];
    private static readonly ALine[] Three = [new("OFFICIALS", 91, 119), new("STUDENTS", 1134, 2191), new("ADULTS", 7689, 12705)];

    private static readonly Dictionary<string, Func<CheckedReport>> Cases = new()
    {
        ["R01"] = () => Ward([1, "CBCCVC", "người", "-", "-"]),
        ["R02"] = () => Ward([1, "CBCCVC", "người", 119, "khoảng 90"]),
        ["R03"] = () => Ward([1, "CBCCVC", "người", 119, new Raw("<c r=\"{r}\" t=\"e\"><v>#REF!</v></c>")]),
        ["R04"] = () => Ward([1, "CBCCVC", "người", 119, new Formula(null)]),
        ["R05"] = () => Ward([1, "CBCCVC", "người", 119, -5]),
        ["R06"] = () => Ward([1, "CBCCVC", "người", 119, 1.5]),
        ["R07"] = () => Ward([1, "CBCCVC", "người", 119, 130]),
        ["R08"] = () => Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tỷ lệ (%)"], [1, "CBCCVC", 130])),
        ["R09"] = () => Ward([1, "CBCCVC", "người", 119, null], [2, "HSSV", "người", 10, 9]),
        ["R10"] = () => Reports.Check(Book.Of(["STT", "Chỉ tiêu", "Tỷ lệ (%)"], [1, "CBCCVC", "85,5%"])),
        ["R11"] = () => Ward([1, "CBCCVC", "người", 119, 90, 60m]),
        ["R12"] = () => Ward([1, "HSSV", "người", "1.776", 1084]),
        ["R13"] = () => Reports.Check(Book.Of(["Tháng 8 năm 2025"], Reports.HeadA, [1, "CBCCVC", "người", 119, 90])),
        ["R14"] = () => ReportCheck.Run(AReport.Of(Three) with { StatedPeriods = [new(new ReportingPeriod(2025, 4), "2025-04", null, true)] }, AReport.Reference([])),
        ["R15"] = () => Reports.Check(Book.Of(["UBND PHƯỜNG NHẬT TÂN"], Reports.HeadA, [1, "CBCCVC", "người", 119, 90])),
        ["R16"] = () => District([1, "Phường Kim Liên", 140, 63], [2, "Phường Bưởi", 140, 63]),
        ["R17"] = () => District([1, "Phường Không Có Đâu", 140, 63]),
        ["R18"] = () => District([1, "Phường Nhật Tâm", 140, 63]),
        ["R19"] = () => Ward([1, "CBCCVC", "người", 119, 90], [2, "CBCCVC", "người", 119, 91]),
        ["R20"] = () => District([1, "Phường Bưởi", 140, 63], ["Tổng cộng", null, 140, 64]),
        ["R21"] = () => Ward([1, "CBCCVC", "người", 0, 0]),
        ["R22"] = () => AReport.Check(AReport.Earlier("CERTIFIED", null, 500), new ALine("CERTIFIED", 480)),
        ["R23"] = () => AReport.Check(AReport.Earlier("ADULTS", 10000, 5000), new ALine("ADULTS", 5000, 12000)),
        ["R24"] = () => Ward([1, "CBCCVC", "người", 119, 90], [2, "Số hộ nghèo", "hộ", 12, 5]),
        ["R25"] = () => Ward([1, "CBCCVC\u202E", "người", 119, 90]),
        ["R26"] = () => Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90]), Reports.District),
        ["R27"] = () => AReport.Check(AReport.Earlier("ADULTS", 12705, 9000, 9150, 9230, 9310), new ALine("ADULTS", 200, 12705)),
        ["R28"] = () => AReport.Check(Three.SelectMany(l => AReport.Earlier(l.Indicator, l.Denominator, l.Numerator!.Value)), Three),
        ["R29"] = () => AReport.Check([new("OFFICIALS", 100, 119), new("STUDENTS", 1100, 2191), new("ADULTS", 7700, 12705)]),
        ["R30"] = () => AReport.Check(AReport.Earlier("ADULTS", 12705, 9000), Three[0], new ALine("ADULTS", null, 12705)),
        ["R31"] = () => AReport.Check([Three[0]], onRecord: [AReport.InJune("00109", "ADULTS", 7689, 12705)]),
        ["R32"] = () => District([1, "Phường Bưởi", 140, 63]),
        ["R33"] = () => AReport.Check(AReport.Earlier("ADULTS", 12705, 9000), new ALine("ADULTS", null) { PercentAlone = 71 }),
        ["R34"] = () => Ward([1, "Cán bộ công chứcc", "người", 119, 90]),
        ["R35"] = () => ReportCheck.Run(AReport.Of(Three) with { Unplaced = [new("Bản 2", new("Bản 2", "A1"), UnplacedKind.RivalSheet)] }, AReport.Reference([])),
        ["R37"] = () => ReportCheck.Run(AReport.Of([Three[0]]), AReport.Reference([Three[0]]) with { Locks = Closed("00109") }),
        ["R36"] = () => Ward([1, "CBCCVC", "nghìn người", 119, 90]),
    };

    private static IEnumerable<string> Codes => ReportCheck.Rules.Select(r => r.Code);

    [TestCaseSource(nameof(Codes))]
    public void Every_code_is_printed_for_some_report_with_what_to_do_in_both_languages(string code)
    {
        Assert.That(Cases, Does.ContainKey(code), "every rule has a report here that it finds fault with");
        var finding = Cases[code]().Findings.FirstOrDefault(f => f.Code == code);

        Assert.That(finding, Is.Not.Null);
        Assert.Multiple(() =>
        {
            foreach (var language in new[] { "vi", "en" }.Select(CultureInfo.GetCultureInfo))
            {
                Assert.That(finding!.Message(language), Is.Not.Empty.And.Not.Contain("{"));
                Assert.That(finding.Mend(language), Is.Not.Empty.And.Not.Contain("{"));
                Assert.That(FindingGroups.Of([finding, finding with { }, finding with { }])[0].Heading(language), Does.StartWith("3 "));
            }
        });
    }

    [Test]
    public void No_case_is_for_a_rule_that_is_gone() => Assert.That(Cases.Keys, Is.EquivalentTo(Codes));

    private static Dictionary<UnitKey, MonthLock> Closed(string ward) => new() { [AReport.Key(ward)] = new("Nguyễn Thu Hà", new(2025, 7, 9, 8, 30, 0, TimeSpan.FromHours(7))) };

    private static CheckedReport Ward(params object?[][] lines) => Reports.Check(Book.Of([Reports.HeadA, .. lines]));

    private static CheckedReport District(params object?[][] lines) => Reports.Check(Book.Of([HeadB, RolesB, .. lines]), Reports.District);
}
