using System.Runtime.CompilerServices;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Documents.Reading;

/// <summary>
/// Which indicator a label means: by code, by name, or because it contains the indicator's words. When several fit, the more special one
/// wins: "người lao động khu vực công" speaks of officials although "người lao động" alone means workers, and an adult with a smartphone is SMARTPHONE.
/// </summary>
internal sealed class IndicatorNames
{
    private const int LongestLabel = 600;

    /// <summary>A label this much shorter than a name may still be a piece of it, if it is long enough to mean something.</summary>
    private const int ShortestPiece = 16;

    /// <summary>Two unrelated indicators in one label: the longer wording must be this many times the other to win.</summary>
    private const double ClearlyLonger = 1.8;

    private static readonly ConditionalWeakTable<IReadOnlyList<Indicator>, IndicatorNames> Made = [];

    private static readonly Dictionary<string, string> Abbreviations = new()
    {
        ["nld"] = "nguoi lao dong",
        ["ld"] = "lao dong",
        ["dn"] = "doanh nghiep",
        ["htx"] = "hop tac xa",
        ["cb"] = "can bo",
        ["cc"] = "cong chuc",
        ["vc"] = "vien chuc",
        ["cbcc"] = "can bo cong chuc",
        ["ccvc"] = "cong chuc vien chuc",
        ["cbccvc"] = "can bo cong chuc vien chuc",
        ["cbccvcnld"] = "can bo cong chuc vien chuc nguoi lao dong",
        ["hs"] = "hoc sinh",
        ["sv"] = "sinh vien",
        ["hssv"] = "hoc sinh sinh vien",
        ["ntt"] = "nguoi truong thanh",
        ["kv"] = "khu vuc",
        ["cds"] = "chuyen doi so",
        ["cns"] = "cong nghe so",
        ["cnscd"] = "cong nghe so cong dong",
        ["dtdd"] = "dien thoai di dong",
        ["ttdt"] = "thanh toan dien tu",
    };

    /// <summary>Said before an indicator's name without changing what it is.</summary>
    private static readonly string[] Openings =
        ["tong so", "ty le", "ti le", "so luong", "so", "chi tieu", "nhom", "phan tram", "%"];

    private readonly List<Entry> _entries;
    private readonly Dictionary<string, string> _exact = [];
    private readonly Dictionary<string, string?> _known = [];
    private readonly Lock _lock = new();

    private IndicatorNames(IReadOnlyList<Indicator> indicators)
    {
        _entries = [.. indicators.Select(Entry.Of)];
        foreach (var entry in _entries)
        {
            foreach (var wording in entry.Wordings.Append(Fold.Words(entry.Indicator.Code)))
            {
                // The first in the register wins a wording that two claim.
                _exact.TryAdd(wording, entry.Indicator.Code);
            }
        }
    }

    public static IndicatorNames For(IReadOnlyList<Indicator> indicators) => Made.GetValue(indicators, i => new IndicatorNames(i));

    /// <returns>The indicator's code; <c>null</c> when the label fits none, or several equally well.</returns>
    public string? Match(string label)
    {
        if (label.Length > LongestLabel)
        {
            return null;
        }

        lock (_lock)
        {
            if (_known.TryGetValue(label, out var known))
            {
                return known;
            }

            // Labels repeat from file to file; odd ones must not fill the memory.
            if (_known.Count > 5000)
            {
                _known.Clear();
            }

            return _known[label] = Find(Expanded(Fold.Words(label)));
        }
    }

    internal static string Expanded(string words) =>
        string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Abbreviations.GetValueOrDefault(w, w)));

    private string? Find(string words)
    {
        var bare = WithoutOpening(words);
        if (_exact.TryGetValue(words, out var exact) || _exact.TryGetValue(bare, out exact))
        {
            return exact;
        }

        var isVisits = $" {words} ".Contains(" luot ", StringComparison.Ordinal);
        var fits = _entries
            .Where(e => !isVisits || e.IsVisits)
            .Select(e => (Entry: e, Length: e.FitOf(words, bare)))
            .Where(f => f.Length > 0)
            .ToList();
        var special = fits
            .Where(f => !fits.Any(other => other.Entry.IsMoreSpecialThan(f.Entry)))
            .OrderByDescending(f => f.Length)
            .ToList();
        return special switch
        {
            [] => null,
            [var only] => only.Entry.Indicator.Code,
            [var first, var second, ..] => first.Length >= second.Length * ClearlyLonger ? first.Entry.Indicator.Code : null,
        };
    }

    private static string WithoutOpening(string words)
    {
        foreach (var opening in Openings)
        {
            if (words.StartsWith(opening + " ", StringComparison.Ordinal))
            {
                return words[(opening.Length + 1)..];
            }
        }

        return words;
    }

    private sealed record Entry(Indicator Indicator, string Name, IReadOnlyList<string> Wordings, bool IsVisits)
    {
        public static Entry Of(Indicator indicator)
        {
            var name = Expanded(Fold.Words(indicator.NameVi));
            var wordings = indicator.Synonyms
                .Append(indicator.NameVi)
                .Append(indicator.ShortNameVi)
                .Select(w => Expanded(Fold.Words(w)))
                .Where(w => w.Length > 2)
                .Distinct()
                .OrderByDescending(w => w.Length)
                .ToList();
            return new Entry(indicator, name, wordings, wordings.Any(w => $" {w} ".Contains(" luot ", StringComparison.Ordinal)));
        }

        /// <summary>How many letters of the label this indicator's words explain; 0 when they do not fit.</summary>
        public int FitOf(string words, string bare)
        {
            var contained = Wordings.FirstOrDefault(w => ContainsWords(words, w))?.Length ?? 0;
            return bare.Length >= ShortestPiece && bare.Length > contained && ContainsWords(Name, bare) ? bare.Length : contained;
        }

        /// <summary>Its own name speaks of the other's group, and not the other way round.</summary>
        public bool IsMoreSpecialThan(Entry other) =>
            !ReferenceEquals(this, other) && Mentions(Name, other) && !Mentions(other.Name, this);

        private static bool Mentions(string name, Entry entry) => entry.Wordings.Any(w => ContainsWords(name, w));

        private static bool ContainsWords(string text, string words)
        {
            var at = text.IndexOf(words, StringComparison.Ordinal);
            while (at >= 0)
            {
                var end = at + words.Length;
                if ((at == 0 || text[at - 1] == ' ') && (end == text.Length || text[end] == ' '))
                {
                    return true;
                }

                at = text.IndexOf(words, at + 1, StringComparison.Ordinal);
            }

            return false;
        }
    }
}
