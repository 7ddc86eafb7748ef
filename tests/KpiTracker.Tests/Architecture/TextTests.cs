using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace KpiTracker.Tests.Architecture;

/// <summary>Every text a user reads stands in a pair of files: Vietnamese (neutral) and English.</summary>
public sealed partial class TextTests
{
    private static IEnumerable<string> Vietnamese() => Repository.Files("src", ".resx").Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)).Select(Repository.Name);

    [Test]
    public void There_are_texts() => Assert.That(Vietnamese(), Is.Not.Empty);

    [Test]
    public void No_english_file_is_alone() =>
        Assert.That(Repository.Files("src", ".en.resx").Select(Repository.Name).Select(name => name.Replace(".en.resx", ".resx", StringComparison.Ordinal)), Is.SubsetOf(Vietnamese()));

    [TestCaseSource(nameof(Vietnamese))]
    public void Both_languages_have_the_same_keys(string file) =>
        Assert.That(Read(English(file)).Select(text => text.Key), Is.EquivalentTo(Read(file).Select(text => text.Key)));

    [TestCaseSource(nameof(Vietnamese))]
    public void Both_languages_fill_in_the_same_things(string file)
    {
        var english = Read(English(file)).ToDictionary();
        Assert.That(
            Read(file).Where(text => english.ContainsKey(text.Key) && !Placeholders(text.Value).SetEquals(Placeholders(english[text.Key]))).Select(text => text.Key),
            Is.Empty);
    }

    [TestCaseSource(nameof(Vietnamese))]
    public void No_text_is_empty_and_no_key_stands_twice(string file)
    {
        Assert.Multiple(() =>
        {
            foreach (var texts in new[] { Read(file), Read(English(file)) })
            {
                Assert.That(texts.Where(text => string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Key), Is.Empty);
                Assert.That(texts.Select(text => text.Key), Is.Unique);
            }
        });
    }

    [TestCaseSource(nameof(Vietnamese))]
    public void Vietnamese_is_written_with_composed_letters(string file) =>
        Assert.That(Read(file).Where(text => !text.Value.IsNormalized()).Select(text => text.Key), Is.Empty);

    private static string English(string file) => file.Replace(".resx", ".en.resx", StringComparison.Ordinal);

    private static IReadOnlyList<KeyValuePair<string, string>> Read(string file) =>
        [.. XDocument.Load(Path.Combine(Repository.Root, file)).Root!.Elements("data").Select(data => KeyValuePair.Create((string)data.Attribute("name")!, (string)data.Element("value")!))];

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Placeholder();
}
