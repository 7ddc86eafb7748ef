using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>The key under which a label's meaning is remembered: lower case, without marks and punctuation, one space between words.</summary>
public static class LabelKey
{
    /// <summary>Longer labels are notes, and cannot be given a meaning.</summary>
    public const int Longest = 300;

    /// <returns>Empty when the label holds no letter or digit, or is longer than <see cref="Longest"/>.</returns>
    public static string Of(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.Length > Longest ? string.Empty : Fold.Words(label);
    }
}
