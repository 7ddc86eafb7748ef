using System.Runtime.CompilerServices;
using FuzzySharp;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>A unit's name taken apart: <c>P. Tây Hồ</c> is kind <c>phuong</c> and name <c>tay ho</c>.</summary>
/// <param name="Kind">The register's word; <c>null</c> when the text names no kind.</param>
internal readonly record struct WrittenUnit(string? Kind, string Name);

/// <summary>Names of units as they were valid in one month. A name that only resembles a unit's is never taken for it.</summary>
internal sealed class UnitNames
{
    /// <summary>From here on a name resembles a unit's so closely that the officer is asked "did you mean".</summary>
    private const int Resembles = 80;
    private const int NearestShown = 3;
    private const int LongestName = 80;
    private const int CodeLength = 5;

    private static readonly ConditionalWeakTable<OrganisationTree, Dictionary<ReportingPeriod, UnitNames>> Made = [];
    private static readonly Lock MakingLock = new();

    private static readonly (string Words, string Kind)[] KindWords =
    [
        ("thi tran", "thi_tran"), ("tt", "thi_tran"), ("dac khu", "dac_khu"), ("thi xa", "thi_xa"), ("tx", "thi_xa"), ("thanh pho", "thanh_pho"), ("tp", "thanh_pho"),
        ("khu vuc", UnitKinds.Area), ("kv", UnitKinds.Area), ("phuong", "phuong"), ("ph", "phuong"), ("p", "phuong"), ("xa", "xa"), ("x", "xa"),
        ("quan", "quan"), ("q", "quan"), ("huyen", "huyen"), ("h", "huyen"), ("tinh", UnitKinds.Province),
    ];

    /// <summary>The ward's own office; its Party committee, council or police are others, whose people are not the ward's.</summary>
    private static readonly string[] Openings = ["ubnd", "uy ban nhan dan", "don vi bao cao", "ten don vi", "don vi"];

    private readonly OrganisationTree _tree;
    private readonly ReportingPeriod _period;
    private readonly Dictionary<string, List<OrganisationUnit>> _byName = [];
    private readonly Lazy<ILookup<string, OrganisationUnit>> _ofOtherTimes;

    private UnitNames(OrganisationTree tree, ReportingPeriod period)
    {
        (_tree, _period) = (tree, period);
        _ofOtherTimes = new(() => tree.Units.Where(u => !u.IsValidIn(period)).ToLookup(u => NameKey(Fold.Words(u.Name))));
        foreach (var unit in tree.Units.Where(u => u.IsValidIn(period)))
        {
            var key = NameKey(Fold.Words(unit.Name));
            if (!_byName.TryGetValue(key, out var same))
            {
                _byName[key] = same = [];
            }

            same.Add(unit);
        }
    }

    public static UnitNames For(OrganisationTree tree, ReportingPeriod period)
    {
        lock (MakingLock)
        {
            var periods = Made.GetOrCreateValue(tree);
            if (!periods.TryGetValue(period, out var names))
            {
                periods[period] = names = new UnitNames(tree, period);
            }

            return names;
        }
    }

    /// <summary>The unit that a label names, or that it certainly is none (<c>null</c>): resemblance is not asked here.</summary>
    public UnitMention? FindExactly(string text, CellRef cell, OrganisationUnit scope) =>
        text.Length > LongestName ? null
        : ByCode(text) is { } coded ? new UnitMention(text.Trim(), cell, coded.Key, true, [])
        : Readings(text).Select(w => OfWritten(w, text, cell, scope)).FirstOrDefault(m => m is not null);

    /// <summary>The ward whose code a text or number is; <c>null</c> when none bears it in the month.</summary>
    public OrganisationUnit? WardOfCode(string code) => ByCode(code.PadLeft(CodeLength, '0')) is { IsWard: true } ward ? ward : null;

    /// <summary>What a label that must name a unit means; when nothing bears the name, the nearest ones are given.</summary>
    public UnitMention Resolve(string text, CellRef cell, OrganisationUnit scope)
    {
        if (FindExactly(text, cell, scope) is { } found)
        {
            return found;
        }

        var name = Readings(text).Last().Name;
        var near = CandidatesFor(scope)
            .Select(u => (Unit: u, Score: Fuzz.Ratio(NameKey(Fold.Words(u.Name)), name)))
            .OrderByDescending(n => n.Score)
            .ThenBy(n => n.Unit.Code, StringComparer.Ordinal)
            .Take(NearestShown)
            .ToList();
        var other = Readings(text).SelectMany(w => _ofOtherTimes.Value[w.Name].Where(u => u.IsWard && (w.Kind is null || w.Kind == u.Kind) && IsSpeltAs(u, text))).OrderByDescending(u => _tree.IsWithin(u.Key, scope.Key)).FirstOrDefault();
        if (other is not null)
        {
            return new UnitMention(text.Trim(), cell, null, false, [.. near.Select(n => n.Unit)]) { OfAnotherTime = other };
        }

        var isGuess = name.Length > 0 && near.Count > 0 && near[0].Score >= Resembles && (near.Count == 1 || near[1].Score < near[0].Score);
        return new UnitMention(text.Trim(), cell, isGuess ? near[0].Unit.Key : null, false, [.. near.Select(n => n.Unit)]);
    }

    /// <summary>
    /// The unit that a title names after its kind: <c>UBND PHƯỜNG BƯỞI</c>; <c>null</c> when it names none of the level.
    /// A unit of another time counts too: last year's ward on this month's sheet is another unit, not none.
    /// </summary>
    public UnitMention? InTitle(string text, CellRef cell, OrganisationUnit scope, bool isWard)
    {
        var written = NamesInTitle(text, isWard).ToList();
        return written.Select(w => OfWritten(w, text, cell, scope)).FirstOrDefault(m => m is { IsCertain: true })
            ?? written.Select(w => OfAnotherTime(w, text, cell)).FirstOrDefault(m => m is not null);
    }

    /// <summary>The one ward of the scope whose code or name stands in a file's name; <c>null</c> when none does, or several do.</summary>
    public OrganisationUnit? InFileName(string fileName, OrganisationUnit scope)
    {
        var words = $" {Fold.Words(Path.GetFileNameWithoutExtension(fileName))} ";
        var found = CandidatesFor(scope)
            .Where(u => words.Contains($" {u.Code} ", StringComparison.Ordinal) || words.Contains($" {Fold.Words(u.Name)} ", StringComparison.Ordinal))
            .ToList();

        // "Nhật Tân" also holds the name of a ward called "Tân".
        return found.FindAll(u => !found.Exists(o => o != u && $" {Fold.Words(o.Name)} ".Contains($" {Fold.Words(u.Name)} ", StringComparison.Ordinal))) is [var one] ? one : null;
    }

    /// <summary>Whether a label is the reporting unit itself, as a consolidated table's total row may be called.</summary>
    public static bool IsNameOf(OrganisationUnit unit, string text) =>
        Readings(text).Any(w => w.Name == NameKey(Fold.Words(unit.Name)) && w.Kind is { } kind && !UnitKinds.IsWard(kind));

    private static (string Kind, int Length)? KindAt(string[] words, int at)
    {
        foreach (var (kindWords, kind) in KindWords)
        {
            var parts = kindWords.Split(' ');
            if (at + parts.Length < words.Length && words.AsSpan(at, parts.Length).SequenceEqual(parts))
            {
                // "thị xã Sơn Tây" is no xã.
                return kind == "xa" && at > 0 && words[at - 1] == "thi" ? null : (kind, parts.Length);
            }
        }

        return null;
    }

    /// <summary>Every run of up to five words after a word for the level, the longest first.</summary>
    private static IEnumerable<WrittenUnit> NamesInTitle(string text, bool isWard)
    {
        var words = Fold.Words(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < words.Length - 1; at++)
        {
            if (KindAt(words, at) is not { } kind || UnitKinds.IsWard(kind.Kind) != isWard)
            {
                continue;
            }

            for (var length = Math.Min(5, words.Length - at - kind.Length); length > 0; length--)
            {
                yield return new WrittenUnit(kind.Kind, NameKey(string.Join(' ', words.Skip(at + kind.Length).Take(length))));
            }
        }
    }

    private UnitMention? OfAnotherTime(WrittenUnit written, string text, CellRef cell) =>
        _ofOtherTimes.Value[written.Name].FirstOrDefault(u => u.Kind == written.Kind && IsSpeltAs(u, text)) is { } unit
            ? new UnitMention(text.Trim(), cell, unit.Key, true, [])
            : null;

    /// <summary>The ways to take a label apart, the whole label as a name first.</summary>
    private static IEnumerable<WrittenUnit> Readings(string text)
    {
        var words = Fold.Words(text);
        foreach (var opening in Openings)
        {
            if (words.StartsWith(opening + " ", StringComparison.Ordinal))
            {
                words = words[(opening.Length + 1)..];
            }
        }

        var number = words.IndexOf(' ', StringComparison.Ordinal);
        if (number > 0 && words[..number].All(char.IsAsciiDigit))
        {
            words = words[(number + 1)..];
        }

        yield return new WrittenUnit(null, NameKey(words));
        foreach (var (kindWords, kind) in KindWords)
        {
            if (words.StartsWith(kindWords + " ", StringComparison.Ordinal))
            {
                yield return new WrittenUnit(kind, NameKey(words[(kindWords.Length + 1)..]));
                yield break;
            }
        }
    }

    /// <summary><c>Phường 01</c> and <c>Phường 1</c> are one.</summary>
    private static string NameKey(string words) => words.Length is > 0 and < 4 && words.All(char.IsAsciiDigit) ? words.TrimStart('0') : words;

    private OrganisationUnit? ByCode(string text)
    {
        var code = text.Trim();
        return code.Length == CodeLength && code.All(char.IsAsciiDigit) ? _tree.Find(code, _period) : null;
    }

    private UnitMention? OfWritten(WrittenUnit written, string text, CellRef cell, OrganisationUnit scope)
    {
        if (!_byName.TryGetValue(written.Name, out var named))
        {
            return null;
        }

        var inScope = named.Where(u => _tree.IsWithin(u.Key, scope.Key)).ToList();
        var level = scope.IsWard || written.Kind is not null ? inScope : [.. inScope.Where(u => u.IsWard)];
        var candidates = level.Count > 0 ? level : Nearest(named.Where(u => u.IsWard || written.Kind is not null), scope);
        var ofKind = written.Kind is { } kind ? candidates.Where(u => u.Kind == kind).ToList() : candidates;
        if (written.Kind is not null && ofKind.Count == 0 && candidates.Any(u => u.IsWard) != UnitKinds.IsWard(written.Kind))
        {
            return null;
        }

        var fits = ofKind.Count > 0 ? ofKind : candidates;
        var spelt = fits.Where(u => IsSpeltAs(u, text)).ToList();
        return (spelt, fits) switch
        {
            (_, []) => null,
            ([var one], _) => new UnitMention(text.Trim(), cell, one.Key, ofKind.Count > 0, ofKind.Count > 0 ? [] : [one]),
            (_, [var one]) => new UnitMention(text.Trim(), cell, one.Key, false, [one]),
            _ => new UnitMention(text.Trim(), cell, null, false, [.. fits.Take(NearestShown)]),
        };
    }

    /// <summary>Marks must agree where the text has any: <c>Nhật Tản</c> is a slip to ask about, <c>Nhat Tan</c> a plain keyboard.</summary>
    private static bool IsSpeltAs(OrganisationUnit unit, string text)
    {
        var marked = Fold.Marked(text);
        var plain = Fold.Words(unit.Name);
        return marked.EndsWith(Fold.Marked(unit.Name), StringComparison.Ordinal)
            || marked.EndsWith(plain, StringComparison.Ordinal)
            || marked.Contains(Fold.Marked(unit.Name) + " ", StringComparison.Ordinal)
            || NameKey(plain).All(char.IsAsciiDigit);
    }

    private List<OrganisationUnit> Nearest(IEnumerable<OrganisationUnit> units, OrganisationUnit scope)
    {
        var above = _tree.AncestorsOf(scope.Key).Select(a => a.Key).ToList();
        return [.. units
            .Select(u => (Unit: u, Distance: _tree.AncestorsOf(u.Key).Select(a => above.IndexOf(a.Key)).Where(i => i >= 0).DefaultIfEmpty(int.MaxValue).Min()))
            .GroupBy(u => u.Distance)
            .OrderBy(g => g.Key)
            .FirstOrDefault()?.Select(u => u.Unit) ?? []];
    }

    private List<OrganisationUnit> CandidatesFor(OrganisationUnit scope)
    {
        var around = scope.IsWard && scope.Parent is { } parent ? parent : scope.Key;
        return [.. _tree.WardsOf(around, _period)];
    }
}
