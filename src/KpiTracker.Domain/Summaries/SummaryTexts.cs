using System.Globalization;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Domain.Summaries;

/// <summary>The summary's words in one language, from <c>SummaryTexts.resx</c> (Vietnamese) and <c>SummaryTexts.en.resx</c>.</summary>
public sealed class SummaryTexts(CultureInfo language)
{
    private static readonly TextBook Book = new(typeof(SummaryTexts));

    public CultureInfo Language => language;

    public string this[string key] => Book.Print(key, language);

    public string Print(string key, params ReadOnlySpan<object?> arguments) => Book.Print(key, language, arguments);
}
