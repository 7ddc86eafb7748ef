using System.Text.RegularExpressions;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Architecture;

/// <summary>Codes are printed to wards: each means one rule for ever, and is explained in docs/rules.md.</summary>
public sealed partial class RuleTests
{
    private static readonly IReadOnlyList<ReportRule> Rules =
    [
        .. typeof(ReportRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ReportRule)) && !type.IsAbstract)
            .Select(type => (ReportRule)Activator.CreateInstance(type)!),
    ];

    [Test]
    public void Every_code_is_one_rule_s_own() =>
        Assert.That(Rules.Select(rule => rule.Code), Is.Unique.And.All.Matches<string>(code => PrintedCode().IsMatch(code)));

    [Test]
    public void Every_rule_is_run() =>
        Assert.That(ReportCheck.Rules.Select(rule => rule.GetType()), Is.EquivalentTo(Rules.Select(rule => rule.GetType())));

    [Test]
    public void The_documentation_lists_every_rule_under_its_code_and_no_other() =>
        Assert.That(
            DocumentedRule().Matches(Repository.Text("docs/rules.md")).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}"),
            Is.EquivalentTo(Rules.Select(rule => $"{rule.Code} {rule.GetType().Name}")));

    [Test]
    public void A_rule_is_a_file() =>
        Assert.That(
            Rules.Select(rule => $"src/KpiTracker.Domain/Submissions/Rules/{rule.GetType().Name}.cs").Where(file => !File.Exists(Path.Combine(Repository.Root, file))),
            Is.Empty);

    [GeneratedRegex(@"^R\d\d$")]
    private static partial Regex PrintedCode();

    [GeneratedRegex(@"^\| (R\d\d) \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedRule();
}
