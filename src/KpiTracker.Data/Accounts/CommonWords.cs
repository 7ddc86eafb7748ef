using KpiTracker.Domain.Texts;

namespace KpiTracker.Data.Accounts;

/// <summary>
/// The words that common passwords are made of: what keyboards, first names, places, love and this office give, in Vietnamese without its accents and in
/// English. A list of whole passwords would be long and miss the next year; most of them are one such word or two, with digits and signs around.
/// </summary>
internal static class CommonWords
{
    /// <summary>More words than these are a phrase, and a phrase is what people should take.</summary>
    private const int MostWords = 2;

    private static readonly HashSet<string> Words = Read();

    /// <summary>Whether nothing is left of a password when common words, digits and signs are taken away.</summary>
    /// <param name="password">In any case and with any accents; digits and signs that stand for letters count as those (<c>p@ssw0rd</c>).</param>
    public static bool AreAllOf(string password)
    {
        var folded = Fold.Plain(password);
        return IsMadeOf(OnlyLetters(folded), MostWords) || IsMadeOf(OnlyLetters(AsLetters(Core(folded))), MostWords);
    }

    private static bool IsMadeOf(string letters, int words) => letters.Length > 0
        && (Words.Contains(letters) || (words > 1 && Enumerable.Range(1, letters.Length - 1).Any(i => Words.Contains(letters[..i]) && IsMadeOf(letters[i..], words - 1))));

    /// <summary>From the first letter to the last: a year behind a word stands for no letters.</summary>
    private static string Core(string text) => text.AsSpan().ContainsAnyInRange('a', 'z') ? text[text.AsSpan().IndexOfAnyInRange('a', 'z')..(text.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1)] : "";

    private static string OnlyLetters(string text) => new([.. text.Where(char.IsLetter)]);

    private static string AsLetters(string text) => string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            span[i] = from[i] switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', var other => other };
        }
    });

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream("common-words.txt") ?? throw new InvalidOperationException("The list of common words is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
    }
}
