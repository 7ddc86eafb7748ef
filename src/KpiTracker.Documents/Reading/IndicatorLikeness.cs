using FuzzySharp;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>Names that are nearly an indicator's: a slip of the keyboard is asked about, anything further away only gets the nearest names.</summary>
internal sealed partial class IndicatorNames
{
    /// <summary>Of 100: from here on a label resembles a name so closely that the officer is asked "is this …".</summary>
    private const int ResemblesFrom = 88;

    /// <summary>Points that the second-best indicator must stay behind.</summary>
    private const int ClearlyAhead = 6;

    /// <summary>Of 100: below this a name is not near at all.</summary>
    private const int NearFrom = 70;
    private const int NearestShown = 3;
    private const int ShortestGuess = 9;
    private const int LongestGuess = 160;

    /// <summary>The codes of the indicators whose names are nearest to a label that is none of theirs, the nearest first; at most three, and none when nothing is near.</summary>
    public IReadOnlyList<string> Nearest(string label)
    {
        var words = Expanded(Fold.Words(label));
        return label.Length is 0 or > LongestGuess || words.Length == 0
            ? []
            : [.. _entries
                .Select(e => (e.Indicator.Code, Score: e.Wordings.Max(w => Math.Max(Fuzz.Ratio(words, w), Fuzz.TokenSortRatio(words, w)))))
                .Where(e => e.Score >= NearFrom)
                .OrderByDescending(e => e.Score)
                .Take(NearestShown)
                .Select(e => e.Code)];
    }

    private NamedIndicator? Resembling(string words, string bare)
    {
        if (bare.Length is < ShortestGuess or > LongestGuess || LabelQualifiers.ChangeMeaning(words))
        {
            return null;
        }

        var near = _entries
            .Select(e => (e.Indicator.Code, Score: e.Wordings.Select(w => Likeness(bare, w)).DefaultIfEmpty(0).Max()))
            .OrderByDescending(e => e.Score)
            .Take(2)
            .ToList();
        return near is [var best, ..] && best.Score >= ResemblesFrom && (near.Count == 1 || best.Score - near[1].Score >= ClearlyAhead)
            ? new NamedIndicator(best.Code, false)
            : null;
    }

    /// <summary>0–100, and 0 unless each word is nearly the other's: another word in its place is another meaning, not a slip.</summary>
    private static int Likeness(string label, string wording)
    {
        if (Math.Abs(label.Length - wording.Length) > 3)
        {
            return 0;
        }

        var (written, meant) = (label.Split(' '), wording.Split(' '));
        if (Math.Abs(written.Length - meant.Length) > 1)
        {
            return 0;
        }

        var isWordByWord = written.Length == meant.Length && written.Zip(meant).All(p => p.First == p.Second || IsSlip(p.First, p.Second));
        var isSplitOrJoined = written.Length != meant.Length && Levenshtein.EditDistance(string.Concat(written), string.Concat(meant)) <= 1;
        return isWordByWord || isSplitOrJoined ? Fuzz.Ratio(label, wording) : 0;
    }

    /// <summary>One letter more, less or other; two in a long word, or two that changed places.</summary>
    private static bool IsSlip(string written, string meant) =>
        Math.Abs(written.Length - meant.Length) <= 2
        && Levenshtein.EditDistance(written, meant) <= (meant.Length >= 6 || (meant.Length >= 4 && written.Order().SequenceEqual(meant.Order())) ? 2 : 1);
}
