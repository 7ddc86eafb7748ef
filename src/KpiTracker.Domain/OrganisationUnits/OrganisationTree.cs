using System.Collections.Concurrent;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.OrganisationUnits;

/// <summary>All units of all times: which unit a code means in a month, which wards make up a unit then, and what continues what.</summary>
public sealed class OrganisationTree
{
    private readonly Dictionary<UnitKey, OrganisationUnit> _units;
    private readonly ILookup<string, OrganisationUnit> _byCode;
    private readonly ILookup<UnitKey, OrganisationUnit> _children;
    private readonly Dictionary<UnitKey, UnitKey> _continuedBy;
    private readonly Dictionary<UnitKey, UnitKey> _continues;
    private readonly ConcurrentDictionary<UnitKey, List<UnitSpan>> _spans = new();
    private readonly ConcurrentDictionary<ReportingPeriod, WardMoves> _moves = new();

    /// <summary>The months in which a unit begins or has just ended: nothing changes in between.</summary>
    private readonly List<ReportingPeriod> _boundaries;

    public OrganisationTree(IEnumerable<OrganisationUnit> units, IEnumerable<Succession> successions)
    {
        _units = units.ToDictionary(u => u.Key);
        _byCode = _units.Values.ToLookup(u => u.Code, StringComparer.OrdinalIgnoreCase);
        _children = _units.Values.Where(u => u.Parent is not null).OrderBy(u => u.Code, StringComparer.Ordinal).ToLookup(u => u.Parent!.Value);
        Successions = [.. successions];
        (_continuedBy, _continues) = OneToOne(Successions);
        _boundaries =
        [
            .. _units.Values
                .SelectMany(u => (DateOnly?[])[u.Key.ValidFrom, u.ValidTo?.AddDays(1)])
                .Select(day => day is { } known && known > Beginning.FirstDay ? ReportingPeriod.Of(known) : Beginning)
                .Append(Beginning)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>Before anything was reported: whoever is valid "since ever" is from here.</summary>
    private static ReportingPeriod Beginning { get; } = new(1900, 1);

    public IReadOnlyCollection<OrganisationUnit> Units => _units.Values;

    public IReadOnlyList<Succession> Successions { get; }

    public OrganisationUnit? Find(UnitKey key) => _units.GetValueOrDefault(key);

    /// <summary>The unit that a code means in a month; <c>null</c> when no unit bears it then.</summary>
    public OrganisationUnit? Find(string code, ReportingPeriod period) =>
        _byCode[code].FirstOrDefault(u => u.IsValidIn(period));

    /// <summary>
    /// The unit that a code means in a month, or the one unit that continues it then: <c>003</c> in September 2025 is <c>KV003</c>.
    /// Never from one ward to another: a ward's code that is not valid in the month means nothing in it.
    /// </summary>
    public OrganisationUnit? FindInSeries(string code, ReportingPeriod period) =>
        Find(code, period) ?? _byCode[code].Where(u => !u.IsWard).Select(u => ContinuationIn(u.Key, period)).FirstOrDefault(u => u is not null);

    /// <summary>The same series in another month: the unit itself while valid, else the one whole successor or predecessor; <c>null</c> where there is none.</summary>
    public OrganisationUnit? ContinuationIn(UnitKey unit, ReportingPeriod period)
    {
        var current = Find(unit);
        var isLater = current?.Key.ValidFrom > period.LastDay;
        while (current is not null && !current.IsValidIn(period))
        {
            // Past the month without having met it: nothing bore the series then.
            var step = current.Key.ValidFrom > period.LastDay == isLater ? (isLater ? _continues : _continuedBy) : [];
            current = step.TryGetValue(current.Key, out var next) ? Find(next) : null;
        }

        return current;
    }

    /// <summary>Whether two keys are one series: the same unit, or joined by one-to-one whole successions (003 and KV003).</summary>
    public bool IsSameSeries(UnitKey one, UnitKey other) => FirstOfSeries(one) == FirstOfSeries(other);

    public IReadOnlyList<OrganisationUnit> ChildrenOf(UnitKey unit, ReportingPeriod period) =>
        ContinuationIn(unit, period) is { } then ? [.. _children[then.Key].Where(c => c.IsValidIn(period))] : [];

    /// <summary>The wards that make up a unit in a month, in code order; a ward is made up of itself.</summary>
    public IReadOnlyList<OrganisationUnit> WardsOf(UnitKey unit, ReportingPeriod period)
    {
        if (ContinuationIn(unit, period) is not { } then)
        {
            return [];
        }

        return then.IsWard ? [then] : [.. ChildrenOf(then.Key, period).SelectMany(c => WardsOf(c.Key, period))];
    }

    /// <summary>What a unit is made of, month by month: one entry where its wards or the unit that bears the series change, until the next.</summary>
    /// <param name="unit">The whole series is followed, whichever of its units is named.</param>
    public IReadOnlyList<UnitSpan> SpansOf(UnitKey unit) => _spans.GetOrAdd(unit, Spans);

    /// <summary>Every ward that ever made up a unit or what it continues or is continued by: whose figures its whole series is made of.</summary>
    public IReadOnlyList<OrganisationUnit> WardsOfSeries(UnitKey unit)
    {
        List<OrganisationUnit> wards = [];
        for (UnitKey? key = FirstOfSeries(unit); key is { } current; key = _continuedBy.TryGetValue(current, out var next) ? next : null)
        {
            AddWardsBelow(current, wards);
        }

        return wards;
    }

    /// <summary>The units above, nearest first.</summary>
    public IEnumerable<OrganisationUnit> AncestorsOf(UnitKey unit)
    {
        var parent = Find(unit)?.Parent;
        while (parent is { } key && Find(key) is { } above)
        {
            yield return above;
            parent = above.Parent;
        }
    }

    /// <summary>Whether a unit lies inside a scope: the scope itself, its continuation, or anything below either. Rights rest on this.</summary>
    public bool IsWithin(UnitKey unit, UnitKey scope)
    {
        var root = FirstOfSeries(scope);
        return Find(unit) is not null
            && (FirstOfSeries(unit) == root || AncestorsOf(unit).Any(a => FirstOfSeries(a.Key) == root));
    }

    private List<UnitSpan> Spans(UnitKey unit)
    {
        List<UnitSpan> spans = [];
        foreach (var month in _boundaries)
        {
            var (bearer, wards) = (ContinuationIn(unit, month)?.Key, WardsOf(unit, month).Select(w => w.Key).ToHashSet());
            if (spans is not [.., { } last] || last.Bearer != bearer || !last.Wards.SetEquals(wards))
            {
                spans.Add(new UnitSpan(month, bearer, wards));
            }
        }

        return spans;
    }

    /// <summary>
    /// Whether the people of some wards are those of the others that took their place in a month: what left the ones went into the others, in parts or
    /// whole, and nothing came from elsewhere. Uninhabited land does not count.
    /// </summary>
    public bool IsCarried(IReadOnlySet<UnitKey> before, IReadOnlySet<UnitKey> after, ReportingPeriod from)
    {
        var moves = _moves.GetOrAdd(from, MovesIn);
        return before.SelectMany(w => moves.From[w]).All(s => after.Contains(s.To))
            && after.SelectMany(w => moves.To[w]).All(s => before.Contains(s.From))
            && before.Where(w => !after.Contains(w)).All(moves.From.Contains)
            && after.Where(w => !before.Contains(w)).All(moves.To.Contains);
    }

    /// <summary>The successions by which inhabited wards became others in a month.</summary>
    private WardMoves MovesIn(ReportingPeriod from)
    {
        var moves = Successions
            .Where(s => s.Portion != SuccessionPortion.AreaOnly && Find(s.From) is { IsWard: true } old && Find(s.To) is { IsWard: true } && (Began(s.To.ValidFrom, from) || Began(old.ValidTo?.AddDays(1), from)))
            .ToList();
        return new WardMoves(moves.ToLookup(s => s.From), moves.ToLookup(s => s.To));
    }

    /// <summary>A unit of a month's last day that was not one of the month before.</summary>
    private static bool Began(DateOnly? day, ReportingPeriod month) => day <= month.LastDay && day > month.Previous.LastDay;

    private static (Dictionary<UnitKey, UnitKey> Forward, Dictionary<UnitKey, UnitKey> Back) OneToOne(IReadOnlyList<Succession> successions)
    {
        var from = successions.ToLookup(s => s.From);
        var to = successions.ToLookup(s => s.To);
        var pairs = successions
            // Time goes forward only; a row that says otherwise would lead round in a circle.
            .Where(s => s.From.ValidFrom < s.To.ValidFrom)
            .Where(s => s.Portion == SuccessionPortion.Whole && from[s.From].Count() == 1 && to[s.To].Count() == 1)
            .ToList();
        return (pairs.ToDictionary(s => s.From, s => s.To), pairs.ToDictionary(s => s.To, s => s.From));
    }

    private void AddWardsBelow(UnitKey unit, List<OrganisationUnit> wards)
    {
        if (Find(unit) is { IsWard: true } ward)
        {
            wards.Add(ward);
        }

        foreach (var child in _children[unit])
        {
            AddWardsBelow(child.Key, wards);
        }
    }

    /// <summary>The first unit of the series, by which the whole of it is known: KV003 and 003 have the same.</summary>
    public UnitKey FirstOfSeries(UnitKey unit)
    {
        while (_continues.TryGetValue(unit, out var earlier))
        {
            unit = earlier;
        }

        return unit;
    }

    private sealed record WardMoves(ILookup<UnitKey, Succession> From, ILookup<UnitKey, Succession> To);
}
