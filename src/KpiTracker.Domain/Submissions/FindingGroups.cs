using System.Globalization;
using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions;

/// <summary>Findings that say the same of different cells, to be shown under one heading; or one finding alone.</summary>
/// <param name="Key">The same each time the same file is read, and another for each group of a report: by it a group's questions can be answered at once.</param>
/// <param name="Findings">At least one, in the order of the report's findings.</param>
public sealed record FindingGroup(string Key, Severity Severity, string TextKey, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether it stands under a heading of its own.</summary>
    public bool IsGroup => Findings.Count >= FindingGroups.FewestInGroup;

    /// <summary>What its findings have in common, with their number: <c>12 ô chưa có số liệu: không tính là 0</c>; a single finding's own sentence.</summary>
    public string Heading(CultureInfo language) => IsGroup
        ? FindingTexts.Print(TextKey + ".group", [FigureText.Count(Findings.Count)], language)
        : Findings[0].Message(language);
}

/// <summary>Puts findings of one kind together, so that an officer reads "12 cells" once instead of twelve sentences.</summary>
public static class FindingGroups
{
    /// <summary>Two of a kind are as quickly read one by one.</summary>
    internal const int FewestInGroup = 3;

    /// <summary>
    /// Every finding in exactly one group: three or more of the same severity and sentence together, in the place of the first of them; each other one alone.
    /// </summary>
    /// <param name="findings">As <see cref="CheckedReport.Findings"/> orders them.</param>
    public static IReadOnlyList<FindingGroup> Of(IReadOnlyList<Finding> findings)
    {
        var kinds = findings.ToLookup(f => (f.Severity, f.TextKey));
        return
        [
            .. from finding in findings
               let same = kinds[(finding.Severity, finding.TextKey)]
               let isGroup = same.Count() >= FewestInGroup
               where !isGroup || ReferenceEquals(finding, same.First())
               select new FindingGroup(isGroup ? KeyOf(finding) : KeyOfOne(finding), finding.Severity, finding.TextKey, isGroup ? [.. same] : [finding]),
        ];
    }

    private static string KeyOf(Finding finding) => $"{finding.TextKey}|{finding.Severity}";

    private static string KeyOfOne(Finding finding) => $"{finding.TextKey}|{finding.Cell?.Sheet}|{finding.Cell?.Address}|{finding.IndicatorCode}|{finding.Unit}";
}
