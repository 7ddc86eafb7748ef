using System.Globalization;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.SampleData;

namespace KpiTracker.Benchmarks;

/// <summary>
/// How often the interval of a forecast held what came: on the sample series of Hà Nội, its areas and its wards, from every month on, three months
/// ahead. Figures that were never sent or were given back are missing, as they would be.
/// </summary>
internal static class ForecastBacktest
{
    private const int MonthsAhead = 3;
    private static readonly ReportingPeriod Last = new(2026, 10);

    public static void Run()
    {
        var snapshot = RegisterSnapshot.FromFiles();
        var figures = Figures(snapshot);
        var city = snapshot.Units.Find(SamplePlan.CityCode, Last)!;
        var whole = Reckon(snapshot, city, figures, ward => ward.Parent!.Value);
        Print("city", Outcomes(whole.Indicators));
        Print("areas", whole.Children.SelectMany(c => Outcomes(c.Standings.Values)));
        Print("wards", whole.Children.SelectMany(c => Reckon(snapshot, c.Unit, figures, ward => ward.Key).Children).SelectMany(w => Outcomes(w.Standings.Values)));
    }

    private static UnitProgress Reckon(RegisterSnapshot snapshot, OrganisationUnit unit, List<FigureOfWard> figures, Func<OrganisationUnit, UnitKey> child)
    {
        var wards = snapshot.Units.WardsOfSeries(unit.Key).ToHashSet();
        var sums = figures
            .Where(f => wards.Contains(f.Ward))
            .GroupBy(f => (Child: child(f.Ward), f.Figure.IndicatorCode))
            .Select(g => new UnitSums(snapshot.IdOf(g.Key.Child), g.Key.IndicatorCode, [.. g.GroupBy(f => f.Period).Select(SumOf)]));
        return new UnitProgressReckoning(snapshot, unit, Last).Reckon(new UnitFigures([.. sums], [], [], []));
    }

    private static MonthSum SumOf(IGrouping<ReportingPeriod, FigureOfWard> month) =>
        new(month.Key, month.Sum(f => f.Figure.Numerator), month.Sum(f => f.Figure.Denominator ?? 0), month.Count());

    /// <summary>The figures that count in the end: later workbooks replace earlier ones, and what was given back is taken out.</summary>
    private static List<FigureOfWard> Figures(RegisterSnapshot snapshot)
    {
        var plan = new SamplePlan(snapshot.Units, snapshot.Populations, snapshot.Calendar);
        var reports = from period in ReportingPeriod.Range(SamplePlan.First, Last)
                      from collector in plan.Collectors(period)
                      from report in plan.ReportsOf(collector, period, Last)
                      orderby report.SentAt
                      select report;
        Dictionary<(UnitKey, ReportingPeriod), List<FigureOfWard>> current = [];
        foreach (var report in reports)
        {
            foreach (var line in report.Lines)
            {
                current[(line.Ward.Unit.Key, report.Period)] = [.. line.Figures.Where(f => !f.IsMissing).Select(f => new FigureOfWard(line.Ward.Unit, report.Period, f))];
            }

            foreach (var given in report.Returns)
            {
                current.Remove((given.Ward, report.Period));
            }
        }

        return [.. current.Values.SelectMany(f => f)];
    }

    /// <summary>A count of other wards than those of the month forecast from tells nothing of the forecast and is left out.</summary>
    private static IEnumerable<Outcome> Outcomes(IEnumerable<IndicatorStanding> standings) =>
        from standing in standings
        from point in standing.Series.Points
        let then = standing.Series.At(point.Period.AddMonths(MonthsAhead))
        where then is { Value: not null } && (standing.IsPercent || then.Coverage.IsComparableWith(point.Coverage))
        let forecast = Forecast.Of(standing.Series, point.Period, then.Period)
        where forecast is not null
        let goal = standing.Progress.Target is { Target: { Measure: TargetMeasure.Percent } target } && !target.IsMetBy(point.Value!.Measure) ? target : null
        select new Outcome(standing.Indicator.Kind, forecast, standing.Series.MeasureAt(then.Period)!.Value, goal);

    private static void Print(string level, IEnumerable<Outcome> outcomes)
    {
        var given = outcomes.ToList();
        foreach (var group in given.GroupBy(o => o.Kind))
        {
            var all = group.ToList();
            var held = all.Count(o => o.Actual >= o.Forecast.Low && o.Actual <= o.Forecast.High);
            var below = all.Count(o => o.Actual < o.Forecast.Low);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{level}, {group.Key}: {all.Count} forecasts, held {held} ({100.0 * held / all.Count:0.0} %), came lower {below}, higher {all.Count - held - below}; median width {Median(all, o => o.Forecast.High - o.Forecast.Low):0.00}, median miss of the middle {Median(all, o => Math.Abs(o.Actual - o.Forecast.Mid)):0.00}"));
        }

        PrintVerdicts(level, given);
    }

    /// <summary>What leaders read: whether a target that was not met yet would be, had its deadline been three months off.</summary>
    private static void PrintVerdicts(string level, List<Outcome> outcomes)
    {
        foreach (var said in outcomes.Where(o => o.Goal is not null).GroupBy(o => o.Forecast.VerdictOn(o.Goal!)).OrderBy(g => g.Key))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{level}, {said.Key} said {said.Count()} times: met {said.Count(o => o.Goal!.IsMetBy(o.Actual))} times"));
        }
    }

    private static decimal Median(List<Outcome> outcomes, Func<Outcome, decimal> of) => outcomes.Select(of).Order().ElementAt(outcomes.Count / 2);

    private sealed record FigureOfWard(OrganisationUnit Ward, ReportingPeriod Period, SampleFigure Figure);

    private sealed record Outcome(IndicatorKind Kind, Forecast Forecast, decimal Actual, Target? Goal);
}
