using System.Runtime.CompilerServices;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>The indicator that a label names.</summary>
/// <param name="IsCertain"><c>false</c> when the label only resembles its name: asked, never assumed.</param>
internal sealed record NamedIndicator(string Code, bool IsCertain);

/// <summary>
/// Which indicator a label means: by code, by name, or because it contains the indicator's words. When several fit, the more special one
/// wins: "người lao động khu vực công" speaks of officials although "người lao động" alone means workers, and an adult with a smartphone is SMARTPHONE.
/// </summary>
internal sealed partial class IndicatorNames
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

    /// <summary>What else is said of an indicator whose name holds certain words, without making it another.</summary>
    private static readonly (string Of, string[] Said)[] Companions =
    [
        ("khu vuc cong", ["trong co quan nha nuoc", "cac co quan don vi", "don vi su nghiep", "he thong chinh tri", "khoi co quan"]),
        ("truong thanh", ["tu 18 tuoi tro len", "du 18 tuoi", "tren 18 tuoi", "tu du 18"]),
        ("danh tinh so", ["duoc cap tai khoan dinh danh dien tu muc do 2", "da kich hoat", "duoc cap dinh danh", "tai khoan vneid muc 2", "cai dat vneid", "tren 16 tuoi", "du 16 tuoi"]),
        ("thanh toan dien tu", ["tai khoan ngan hang", "thanh toan khong dung tien mat", "su dung tai khoan"]),
        ("tap huan", ["duoc huong dan", "tham gia tap huan", "tap huan boi duong"]),
    ];

    private readonly List<Entry> _entries;
    private readonly Dictionary<string, string> _exact = [];
    private readonly Dictionary<string, NamedIndicator?> _known = [];
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

    /// <returns><c>null</c> when the label fits none, or several equally well.</returns>
    public NamedIndicator? Find(string label)
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

            return _known[label] = Named(label);
        }
    }

    internal static string Expanded(string words) =>
        string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Abbreviations.GetValueOrDefault(w, w)));

    private NamedIndicator? Named(string label)
    {
        var folded = Fold.Words(label);
        var words = Expanded(folded);
        var bare = WithoutOpening(words);
        if (_exact.TryGetValue(words, out var exact) || _exact.TryGetValue(bare, out exact))
        {
            return new NamedIndicator(exact, !EntryOf(exact).IsMisspelt(label, bare));
        }

        var isVisits = $" {words} ".Contains(" luot ", StringComparison.Ordinal);
        var fits = _entries
            .Where(e => !isVisits || e.IsVisits)
            .Select(e => (Entry: e, Wording: e.WordingIn(words, bare)))
            .Where(f => f.Wording.Length > 0 && !LabelQualifiers.ChangeMeaning(words, f.Wording))
            .ToList();
        var special = fits
            .Where(f => !fits.Any(other => other.Entry.IsMoreSpecialThan(f.Entry)))
            .OrderByDescending(f => f.Wording.Length)
            .ToList();
        return special switch
        {
            [] => Resembling(words, bare),
            [var only] => Contained(only),
            [var first, var second, ..] => first.Wording.Length >= second.Wording.Length * ClearlyLonger ? Contained(first) : null,
        };

        NamedIndicator Contained((Entry Entry, string Wording) fit) =>
            new(fit.Entry.Indicator.Code, !fit.Entry.IsMisspelt(label, fit.Wording) && !fit.Entry.LeavesRest(words, fit.Wording));
    }

    private Entry EntryOf(string code) => _entries.Find(e => e.Indicator.Code == code)!;

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

    private sealed record Entry(Indicator Indicator, string Name, IReadOnlyList<string> Wordings, bool IsVisits, ILookup<string, string> Spellings, IReadOnlySet<string> Pairs)
    {
        public static Entry Of(Indicator indicator)
        {
            var name = Expanded(Fold.Words(indicator.NameVi));
            List<string> written = [.. indicator.Synonyms, indicator.NameVi, indicator.ShortNameVi];
            var wordings = written
                .Select(w => Expanded(Fold.Words(w)))
                .Where(w => w.Length > 2)
                .Distinct()
                .OrderByDescending(w => w.Length)
                .ToList();
            var spellings = written.SelectMany(w => Fold.Marked(w).Split(' ')).Distinct().ToLookup(Fold.Words);
            string[] named = [indicator.NameVi, indicator.ShortNameVi, indicator.NumeratorVi, indicator.DenominatorVi, .. indicator.Synonyms.Where(s => !NamesSchool(Fold.Words(s)))];
            var pairs = named.Select(n => Expanded(Fold.Words(n))).Concat(Companions.Where(c => name.Contains(c.Of, StringComparison.Ordinal)).SelectMany(c => c.Said)).SelectMany(n => PairsIn(n.Split(' '))).ToHashSet();
            return new Entry(indicator, name, wordings, wordings.Any(w => $" {w} ".Contains(" luot ", StringComparison.Ordinal)), spellings, pairs);
        }

        /// <summary>The label says more than the indicator: <c>Sinh viên tình nguyện</c>, <c>Doanh nghiệp có người lao động</c>.</summary>
        public bool LeavesRest(string words, string wording) =>
            LabelRest.IsBesideIndicator(words, Wordings, Pairs) || (Measures.BeginWithThing(words) && !Measures.BeginWithThing(Name) && !Measures.BeginWithThing(wording));

        /// <summary>The words of this indicator by which it fits the label; empty when it does not.</summary>
        public string WordingIn(string words, string bare)
        {
            var contained = Wordings.FirstOrDefault(w => ContainsWords(words, w)) ?? string.Empty;
            return bare.Length >= ShortestPiece && bare.Length > contained.Length && ContainsWords(Name, bare) ? bare : contained;
        }

        /// <summary>A word with other marks than the name has (<c>công chúc</c>); words without any come from a plain keyboard.</summary>
        public bool IsMisspelt(string label, string wording)
        {
            var known = wording.Split(' ');
            return Within(Fold.Marked(label).Split(' '), known).Any(word =>
                Fold.Words(word) is var plain && plain != word && known.Contains(plain) && Spellings.Contains(plain) && !Spellings[plain].Contains(word));
        }

        /// <summary>The words of the label that are the wording; all of them where abbreviations hide it.</summary>
        private static string[] Within(string[] label, string[] wording)
        {
            for (var at = 0; at + wording.Length <= label.Length; at++)
            {
                if (label.Skip(at).Take(wording.Length).Select(Fold.Words).SequenceEqual(wording))
                {
                    return label[at..(at + wording.Length)];
                }
            }

            return label;
        }

        /// <summary>Its own name speaks of the other's group, and not the other way round.</summary>
        public bool IsMoreSpecialThan(Entry other) =>
            !ReferenceEquals(this, other) && Mentions(Name, other) && !Mentions(other.Name, this);

        /// <summary>Of the schools that a name lists, one alone is a part.</summary>
        private static bool NamesSchool(string words) => words.Contains("thcs", StringComparison.Ordinal) || words.Contains("thpt", StringComparison.Ordinal);

        private static IEnumerable<string> PairsIn(string[] words) => words.Zip(words.Skip(1)).Select(p => $"{p.First} {p.Second}");

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
