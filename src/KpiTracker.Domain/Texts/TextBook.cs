using System.Globalization;
using System.Resources;

namespace KpiTracker.Domain.Texts;

/// <summary>The sentences beside one class: <c>X.resx</c> (Vietnamese, the neutral one) and <c>X.en.resx</c>, looked up by key and filled in.</summary>
/// <param name="owner">The class that the two files are named after.</param>
public sealed class TextBook(Type owner)
{
    public ResourceManager Resources { get; } = new(owner);

    /// <param name="arguments">Already printed by <c>FigureText</c> where they are figures.</param>
    /// <exception cref="InvalidOperationException">No sentence bears the key: that is a bug, not an ordinary day.</exception>
    public string Print(string key, CultureInfo language, params ReadOnlySpan<object?> arguments)
    {
        var text = Resources.GetString(key, language) ?? throw new InvalidOperationException($"No text '{key}' beside {owner.Name}.");
        return arguments.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, arguments);
    }
}
