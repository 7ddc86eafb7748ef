using System.Globalization;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Domain.Submissions;

/// <summary>Findings that say the same stand together.</summary>
public sealed class FindingGroupTests
{
    [Test]
    public void Three_alike_stand_under_one_heading_in_the_place_of_the_first()
    {
        Finding[] findings = [Of("R09", "E2"), Of("R12", "E3"), Of("R09", "E4"), Of("R09", "E5"), Of("R12", "E6")];
        var groups = FindingGroups.Of(findings);

        Assert.Multiple(() =>
        {
            Assert.That(groups.Select(g => (g.TextKey, g.Findings.Count, g.IsGroup)), Is.EqualTo(new[] { ("R09", 3, true), ("R12", 1, false), ("R12", 1, false) }));
            Assert.That(groups[0].Heading(CultureInfo.GetCultureInfo("vi")), Is.EqualTo("3 ô chưa có số liệu: không tính là 0"));
            Assert.That(groups[0].Heading(CultureInfo.GetCultureInfo("en")), Does.StartWith("3 cells"));
            Assert.That(groups[1].Heading(CultureInfo.GetCultureInfo("vi")), Is.EqualTo(findings[1].Message(CultureInfo.GetCultureInfo("vi"))));
            Assert.That(groups.SelectMany(g => g.Findings), Is.EquivalentTo(findings));
        });
    }

    [Test]
    public void Severities_are_never_mixed()
    {
        Finding[] findings = [Of("R02", "E2"), Of("R02", "E3"), Of("R02", "E4") with { Severity = Severity.Error }];

        Assert.That(FindingGroups.Of(findings), Has.All.Matches<FindingGroup>(g => !g.IsGroup));
    }

    [Test]
    public void Keys_are_each_group_s_own_and_the_same_the_next_time()
    {
        Finding[] findings = [.. Enumerable.Range(2, 4).SelectMany(row => new[] { Of("R09", $"E{row}"), Of("R27", $"E{row}") with { Severity = Severity.Question } }), Of("R12", "E3"), Of("R12", "E4")];
        var keys = FindingGroups.Of(findings).Select(g => g.Key).ToList();

        Assert.That(keys, Is.Unique.And.EqualTo(FindingGroups.Of([.. findings.Select(f => f with { })]).Select(g => g.Key)));
        Assert.That(keys, Does.Contain("R09|Warning").And.Contain("R27|Question"));
    }

    [Test]
    public void No_findings_make_no_groups() => Assert.That(FindingGroups.Of([]), Is.Empty);

    private static Finding Of(string key, string cell) => new(key, Severity.Warning, new CellRef("Báo cáo", cell), key, ["Cán bộ, công chức", "1", "2", "3", "4", "5", "6"]);
}
