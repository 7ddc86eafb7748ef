using System.Globalization;
using System.Resources;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Annotated;

/// <summary>The words of the list and the comments, Vietnamese and English.</summary>
internal sealed class AnnotationTexts(CultureInfo language)
{
    private static readonly ResourceManager Resources = new(typeof(AnnotationTexts));

    public string this[string key] => Resources.GetString(key, language) ?? throw new InvalidOperationException($"No text for '{key}'.");

    public string Print(string key, params object[] arguments) => string.Format(CultureInfo.InvariantCulture, this[key], arguments);

    public string Of(Severity severity) => this[$"Severity.{severity}"];
}
