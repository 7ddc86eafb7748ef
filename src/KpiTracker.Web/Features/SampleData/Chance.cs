namespace KpiTracker.Web.Features.SampleData;

/// <summary>Chance that always falls the same way: the same words give the same number on every machine and in every run.</summary>
internal static class Chance
{
    /// <returns>Evenly spread over 0 (included) to 1 (excluded).</returns>
    public static double Of(params ReadOnlySpan<string> words)
    {
        // FNV-1a, then a finaliser that spreads what differs in the last letters only.
        var hash = 14695981039346656037UL;
        foreach (var word in words)
        {
            foreach (var letter in word)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            hash = (hash ^ '|') * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
        return ((hash ^ (hash >> 33)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <returns>A whole number from 0 to <paramref name="count"/> − 1.</returns>
    public static int Below(int count, params ReadOnlySpan<string> words) => (int)(Of(words) * count);

    public static T Among<T>(IReadOnlyList<T> choices, params ReadOnlySpan<string> words) => choices[Below(choices.Count, words)];
}
