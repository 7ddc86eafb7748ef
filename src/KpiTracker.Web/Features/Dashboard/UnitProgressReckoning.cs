using KpiTracker.Data.Registers;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>Turns what the database says about a unit into where it and the units below it stand. Pure.</summary>
internal sealed class UnitProgressReckoning(RegisterSnapshot registers, OrganisationUnit unit, ReportingPeriod period)
{
    private readonly OrganisationTree _tree = registers.Units;
    private readonly TargetPlan _plan = new(registers.Targets, registers.Units);
    private readonly Dictionary<int, UnitKey?> _childOf = [];

    public UnitProgress Reckon(UnitFigures figures)
    {
        var first = figures.Sums.SelectMany(s => s.Months).Select(m => m.Period).DefaultIfEmpty(period).Min();
        List<ReportingPeriod> months = [.. ReportingPeriod.Range(first, period)];
        var wards = Wards(figures);
        var standings = Standings(unit, months, figures.Sums, figures.Pairs, wards);
        var byChild = figures.Sums.ToLookup(s => ChildOf(s.UnitId));
        var pairsByChild = figures.Pairs.ToLookup(p => ChildOf(p.ParentId));
        var byWard = wards.ToLookup(w => w.Ward.Key);
        var byParent = wards.ToLookup(w => w.Ward.Parent ?? w.Ward.Key);
        var children = _tree.ChildrenOf(unit.Key, period)
            .Select(child => (Unit: child, Wards: (List<WardReporting>)[.. (child.IsWard ? byWard : byParent)[child.Key]]))
            .Select(child => new ChildProgress(child.Unit, Standings(child.Unit, months, [.. byChild[child.Unit.Key]], [.. pairsByChild[child.Unit.Key]], child.Wards), child.Wards))
            .ToList();
        return new UnitProgress(
            unit,
            period,
            registers.Calendar.ClosesOn(period),
            registers.DueDates.Of(unit.Key, period).On,
            [.. registers.Indicators.Select(i => standings.GetValueOrDefault(i.Code)).OfType<IndicatorStanding>()],
            children,
            wards)
        {
            Thresholds = registers.Thresholds,
        };
    }

    /// <summary>The unit below, as it is in the month looked at, to whose series a sum belongs; <c>null</c> for a ward that nothing continues.</summary>
    private UnitKey? ChildOf(int parentId)
    {
        if (!_childOf.TryGetValue(parentId, out var child))
        {
            _childOf[parentId] = child = _tree.ContinuationIn(registers.UnitOf(parentId).Key, period)?.Key;
        }

        return child;
    }

    /// <summary>One standing for each indicator that was ever observed or has a target.</summary>
    private Dictionary<string, IndicatorStanding> Standings(
        OrganisationUnit of,
        List<ReportingPeriod> months,
        IReadOnlyCollection<UnitSums> sums,
        IReadOnlyCollection<FigurePair> pairs,
        IReadOnlyList<WardReporting> wards)
    {
        var byIndicator = sums.ToLookup(s => s.IndicatorCode, StringComparer.Ordinal);
        var pairsByIndicator = pairs.ToLookup(p => p.IndicatorCode, StringComparer.Ordinal);
        var course = UnitCourse.Of(_tree, of.Key, months);
        var standings = new Dictionary<string, IndicatorStanding>(StringComparer.Ordinal);
        foreach (var indicator in registers.Indicators)
        {
            var target = _plan.For(of.Key, indicator.Code, period);
            if (target is not null || byIndicator.Contains(indicator.Code))
            {
                var series = Series(indicator, months, course, byIndicator[indicator.Code], pairsByIndicator[indicator.Code]);
                var values = target is { Target.Measure: TargetMeasure.CountInEachWard } or { ParentTarget.Measure: TargetMeasure.CountInEachWard }
                    ? wards.Select(w => w.Figures.GetValueOrDefault(indicator.Code)?.Value).ToList()
                    : null;
                standings[indicator.Code] = new IndicatorStanding(ProgressReckoning.For(of, period, series, target, values, registers.Thresholds), series);
            }
        }

        return standings;
    }

    private ProgressSeries Series(Indicator indicator, List<ReportingPeriod> months, UnitCourse course, IEnumerable<UnitSums> sums, IEnumerable<FigurePair> pairs)
    {
        var totals = new (long Numerator, long Denominator, int Wards)[months.Count];
        foreach (var series in sums)
        {
            foreach (var sum in series.Months)
            {
                ref var total = ref totals[months[0].MonthsUntil(sum.Period)];
                total = (total.Numerator + sum.Numerator, total.Denominator + sum.Denominator, total.Wards + sum.Wards);
            }
        }

        return new ProgressSeries(indicator, new MonthlyPoints(months.Count, PointAt))
        {
            SameWards = [.. pairs.GroupBy(p => p.Before).Select(g => Comparison(indicator, g.Key, [.. g], course.Months[^1].Wards)).OfType<MonthComparison>()],
            AllPairsOf = period,
            TerritoryChanges = course.Changes,
        };

        SeriesPoint PointAt(int i) => new(
            months[i],
            totals[i].Wards == 0 ? null : IndicatorValue.Of(indicator.Kind, totals[i].Numerator, totals[i].Denominator),
            new Coverage(totals[i].Wards, course.Months[i].Wards),
            course.Months[i].Bearer);
    }

    private MonthComparison? Comparison(Indicator indicator, ReportingPeriod before, List<FigurePair> pairs, int expected) =>
        IndicatorValue.Of(indicator.Kind, pairs.Sum(p => p.ThenNumerator), pairs.Sum(p => p.ThenDenominator)) is { } then
        && IndicatorValue.Of(indicator.Kind, pairs.Sum(p => p.NowNumerator), pairs.Sum(p => p.NowDenominator)) is { } now
            ? new MonthComparison(before, period, then, now, pairs.Sum(p => p.Wards), expected)
            : null;

    private List<WardReporting> Wards(UnitFigures figures)
    {
        var revisions = figures.Revisions.ToLookup(r => r.UnitId);
        var reported = figures.Figures.ToLookup(f => f.UnitId);
        return [.. _tree.WardsOf(unit.Key, period).Select(ward => Ward(ward, [.. revisions[registers.IdOf(ward.Key)]], reported[registers.IdOf(ward.Key)]))];
    }

    private WardReporting Ward(OrganisationUnit ward, List<RevisionRow> revisions, IEnumerable<FigureRow> figures)
    {
        if (revisions.Count == 0)
        {
            return new WardReporting(ward, ReportStanding.NotSent, null, 0, null, new Dictionary<string, WardFigure>()) { Due = registers.DueDates.Of(ward.Key, period) };
        }

        var current = revisions.FirstOrDefault(r => r.IsCurrent, revisions.MaxBy(r => r.Revision));
        var firstSent = TimeZoneInfo.ConvertTime(revisions.Min(r => r.SubmittedAt), VietnamTime.Zone);
        var due = registers.DueDates.Of(ward.Key, period);
        var isLate = DateOnly.FromDateTime(firstSent.DateTime) > due.On;
        var standing = current.IsReturned ? ReportStanding.Returned : isLate ? ReportStanding.Late : ReportStanding.OnTime;
        return new WardReporting(
            ward,
            standing,
            current.Id,
            current.Revision,
            firstSent,
            figures.ToDictionary(f => f.IndicatorCode, Figure, StringComparer.Ordinal))
        {
            IsNothingToReport = current.IsNothingToReport,
            IsApproved = current.IsApproved,
            Due = due,
        };
    }

    private WardFigure Figure(FigureRow row) => new(
        IndicatorValue.Of(registers.Indicator(row.IndicatorCode).Kind, row.Numerator, row.Denominator),
        row.Percent,
        row.SubmissionId,
        row.Cell);
}
