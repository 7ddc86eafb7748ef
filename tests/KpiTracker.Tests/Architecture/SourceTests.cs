using System.Text.RegularExpressions;

namespace KpiTracker.Tests.Architecture;

/// <summary>What can be seen by reading the sources.</summary>
public sealed partial class SourceTests
{
    private const int LongestFile = 300;

    [Test]
    public void No_source_file_is_longer_than_three_hundred_lines() =>
        Assert.That(
            Sources(".cs", ".razor").Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
                .Select(file => (Name: Repository.Name(file), Lines: File.ReadLines(file).Count()))
                .Where(file => file.Lines > LongestFile),
            Is.Empty);

    [Test]
    public void No_work_is_left_for_later() =>
        Assert.That(Offences(Sources(".cs", ".razor", ".css", ".js"), LeftOver()), Is.Empty);

    [Test]
    public void Pages_ask_no_other_host_for_anything() =>
        Assert.That(Offences(Repository.Files("src/KpiTracker.Web", ".razor", ".css", ".js", ".html", ".svg", ".webmanifest"), OtherHost()), Is.Empty);

    [Test]
    public void Pages_hold_no_inline_style_script_or_handler() =>
        Assert.That(Offences(Repository.Files("src/KpiTracker.Web", ".razor", ".html"), Inline()), Is.Empty);

    [Test]
    public void Classes_are_called_after_their_one_job() =>
        Assert.That(
            Sources(".cs").Select(Path.GetFileNameWithoutExtension).Where(name => VagueName().IsMatch(name!)),
            Is.Empty);

    private static IEnumerable<string> Sources(params string[] endings) =>
        Repository.Files("src", endings).Concat(Repository.Files("tests", endings)).Where(file => !file.EndsWith("Architecture/SourceTests.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Offences(IEnumerable<string> files, Regex pattern) =>
        from file in files
        from line in File.ReadLines(file).Index()
        where pattern.IsMatch(line.Item)
        select $"{Repository.Name(file)}:{line.Index + 1}: {line.Item.Trim()}";

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex LeftOver();

    // The names of XML vocabularies are not addresses: nothing is fetched from them.
    [GeneratedRegex("""https?://(?!www\.w3\.org/)|(?:src|href|action)\s*=\s*["']//|@import\s|url\(\s*["']?//""")]
    private static partial Regex OtherHost();

    [GeneratedRegex("""\sstyle\s*=\s*["'@]|\son[a-z]+\s*=\s*["']|<style\b|<script(?![^>]*\ssrc\s*=)|javascript:""")]
    private static partial Regex Inline();

    [GeneratedRegex("(Service|Manager|Helper|Helpers|Utils|Dto)$")]
    private static partial Regex VagueName();
}
