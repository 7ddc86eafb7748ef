using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Domain.Progress;
using KpiTracker.Web.Charts;

namespace KpiTracker.Tests.Web.Charts;

public sealed class TrendGeometryTests
{
    private static readonly ReportingPeriod May2025 = new(2025, 5);

    [Test]
    public void Early_in_the_campaign_the_months_ahead_make_up_a_full_year()
    {
        var frame = TrendFrame.For(May2025, May2025.AddMonths(2), 100, 200);

        Assert.That((frame.First, frame.Last), Is.EqualTo((May2025, new ReportingPeriod(2026, 4))));
    }

    [TestCase(200, 12)]
    [TestCase(320, 24)]
    public void Later_only_the_last_months_are_shown(double height, int months)
    {
        var frame = TrendFrame.For(May2025, new ReportingPeriod(2027, 6), 100, height);

        Assert.That(frame.Periods.Count(), Is.EqualTo(months));
        Assert.That(frame.Last, Is.EqualTo(new ReportingPeriod(2027, 6)));
    }

    [Test]
    public void A_month_without_a_value_is_a_gap_in_the_line()
    {
        var trend = Trend(ASeries.Of(ASeries.Officials, 60, 62, null, 66, 70));

        Assert.That((trend.Marks.Count, trend.Segments.Count), Is.EqualTo((4, 2)));
    }

    [Test]
    public void What_leads_to_or_from_an_incomplete_month_is_provisional()
    {
        var series = ASeries.Of(ASeries.Officials, 60, 62, 64, 66, 70);
        series = series with { Points = [.. series.Points.Select((p, i) => i == 2 ? p with { Coverage = new Coverage(6, 8) } : p)] };

        Assert.That(Trend(series).Segments.Select(s => s.IsProvisional), Is.EqualTo((bool[])[false, true, true, false]));
    }

    // Of eight wards, in each of five months.
    [TestCase(new[] { 8, 8, 8, 8, 8 }, 4)]
    [TestCase(new[] { 8, 8, 6, 8, 8 }, 2, Description = "no line down to a silent ward and up again")]
    [TestCase(new[] { 8, 8, 8, 8, 4 }, 3)]
    [TestCase(new[] { 6, 6, 6, 8, 8 }, 3, Description = "as many wards each time")]
    [TestCase(new[] { 7, 6, 7, 6, 7 }, 0)]
    public void A_count_is_not_joined_to_a_month_of_other_wards(int[] wards, int lines)
    {
        var trend = Trend(Covered(ASeries.Of(ASeries.Ambassadors, 60, 62, 64, 66, 70), wards));

        Assert.That((trend.Marks.Count, trend.Segments.Count), Is.EqualTo((5, lines)));
    }

    [TestCase(new[] { 8, 8, 8, 8, 8 }, 0)]
    [TestCase(new[] { 8, 8, 6, 8, 8 }, 1)]
    [TestCase(new[] { 7, 6, 7, 6, 7 }, 4, Description = "the last has a mark of its own")]
    public void A_month_that_no_line_reaches_has_a_dot(int[] wards, int dots) =>
        Assert.That(Trend(Covered(ASeries.Of(ASeries.Ambassadors, 60, 62, 64, 66, 70), wards)).Alone.Count(), Is.EqualTo(dots));

    // 30 of six wards in July; the two silent ones had 10 of 60 in June, the other six 50.
    [Test]
    public void The_band_sets_out_from_where_the_unit_stands_with_its_silent_wards()
    {
        var frame = Frame(2);
        var series = Covered(ASeries.Of(ASeries.Ambassadors, 55, 60, 30), 8, 8, 6) with
        {
            SameWards = [new MonthComparison(May2025.Next, May2025.AddMonths(2), ASeries.ValueOf(ASeries.Ambassadors, 50)!, ASeries.ValueOf(ASeries.Ambassadors, 30)!, 6, 8)],
        };
        var band = TrendGeometry.Of(frame, series, null, null, new Forecast(May2025.AddMonths(7), 40, 50, 60)).Band!.Value;

        Assert.That((band.Y1, band.Mid), Is.EqualTo((frame.Y(40), frame.Y(50))));
    }

    [TestCase("2026-02", "2026-04", Description = "not shorter than it was")]
    [TestCase("2026-12", "2026-12")]
    [TestCase("2030-12", "2027-07", Description = "two years ahead at most")]
    [TestCase(null, "2026-04")]
    public void A_chart_reaches_to_the_deadline(string? deadline, string last)
    {
        var frame = TrendFrame.For(May2025, May2025.AddMonths(2), 100, 200).LookingAheadTo(deadline is null ? null : ReportingPeriod.Parse(deadline));

        Assert.That((frame.First, frame.Last), Is.EqualTo((May2025, ReportingPeriod.Parse(last))));
    }

    [Test]
    public void The_forecast_is_a_band_from_the_last_figure_to_the_deadline()
    {
        var frame = Frame(2);
        var band = TrendGeometry.Of(frame, ASeries.Of(ASeries.Officials, 60, 62, 64), null, null, new Forecast(May2025.AddMonths(7), 70, 74, 80)).Band!.Value;

        Assert.That(
            band,
            Is.EqualTo(new TrendBand(frame.X(May2025.AddMonths(2)), frame.Y(64), frame.X(May2025.AddMonths(7)), frame.Y(70), frame.Y(74), frame.Y(80))));
    }

    [Test]
    public void A_deadline_beyond_the_edge_cuts_the_band_where_the_pace_is_by_then()
    {
        var frame = Frame(2) with { Last = May2025.AddMonths(4) };
        var band = TrendGeometry.Of(frame, ASeries.Of(ASeries.Officials, 60, 62, 64), null, null, new Forecast(May2025.AddMonths(10), 64, 72, 80)).Band!.Value;

        Assert.That((band.Low, band.Mid, band.High), Is.EqualTo((frame.Y(64), frame.Y(66), frame.Y(68))), "two of eight months");
    }

    [Test]
    public void Nothing_is_forecast_from_a_gap() =>
        Assert.That(TrendGeometry.Of(Frame(2), ASeries.Of(ASeries.Officials, 60, 62, null), null, null, new Forecast(May2025.AddMonths(7), 70, 74, 80)).Band, Is.Null);

    [Test]
    public void A_series_beside_is_lines_with_its_own_gaps()
    {
        var trend = TrendGeometry.Of(Frame(4), ASeries.Of(ASeries.Officials, 60, 62, 64, 66, 70), null, null, beside: ASeries.Of(ASeries.Officials, 50, 52, null, 56, 57));

        Assert.That((trend.Beside.Count, trend.Marks.Count), Is.EqualTo((2, 5)));
    }

    [Test]
    public void Nothing_after_the_month_looked_at_is_drawn()
    {
        var series = ASeries.Of(ASeries.Officials, 60, 62, 64, 66);

        Assert.That(Trend(series, looked: 1).Marks, Has.Count.EqualTo(2));
    }

    [Test]
    public void Two_dated_milestones_draw_two_steps_that_meet()
    {
        var choice = ASeries.Choice(ASeries.Target(80, "2025-12-31"), ASeries.Target(95));

        var steps = Trend(ASeries.Of(ASeries.Officials, 60, 62), choice: choice).Targets;

        Assert.Multiple(() =>
        {
            Assert.That(string.Join(' ', steps.Select(s => s.Value)), Is.EqualTo("80 95"));
            Assert.That(steps[0].Line.X2, Is.EqualTo(steps[1].Line.X1).Within(0.001));
            Assert.That(steps[1].Line.Y1, Is.LessThan(steps[0].Line.Y1), "higher is up");
        });
    }

    [Test]
    public void An_undated_target_is_drawn_across_the_whole_width_beside_the_dated_one()
    {
        var steps = Trend(ASeries.Of(ASeries.Officials, 60, 62), choice: ASeries.Choice(ASeries.Target(80, null), ASeries.Target(100))).Targets;

        Assert.That(steps[0].Line.X1, Is.EqualTo(steps[1].Line.X1).Within(0.001));
    }

    [Test]
    public void The_month_in_which_the_area_takes_over_from_the_district_is_marked_between_the_two()
    {
        var series = ASeries.Of(ASeries.Officials, 60, 62, 64);
        series = series with { Points = [.. series.Points.Select(p => p.Period >= new ReportingPeriod(2025, 7) ? p with { Unit = ASeries.AreaKey } : p)] };

        var trend = Trend(series, looked: 2);

        Assert.Multiple(() =>
        {
            Assert.That(trend.Changes.Single().From, Is.EqualTo(new ReportingPeriod(2025, 7)));
            Assert.That(trend.Changes.Single().X, Is.EqualTo((trend.Marks[1].X + trend.Marks[2].X) / 2).Within(0.001));
        });
    }

    [Test]
    public void Nought_lies_on_the_base_and_the_path_ends_with_its_deadline()
    {
        var choice = ASeries.Choice(ASeries.Target(90, "2025-08-31"));
        var series = ASeries.Of(ASeries.Officials, 60, 62);

        var trend = Trend(series, choice: choice, path: ProgressReckoning.PathOf(series, choice, series.Points[^1].Period));

        Assert.Multiple(() =>
        {
            Assert.That(trend.YTicks[0].Y, Is.EqualTo(Frame(1).Base));
            Assert.That(trend.Path, Has.Count.EqualTo(3), "May to August");
        });
    }

    // The line lies at 80; 20 pixels are twelve points of this chart.
    [TestCase(60, 65, true, false)]
    [TestCase(85, 90, true, true)]
    [TestCase(85, 75, false, false, Description = "no room on either side, farther right there is")]
    public void A_target_is_named_where_no_figures_lie(decimal first, decimal second, bool isAtStart, bool isBelow)
    {
        var step = Trend(ASeries.Of(ASeries.Officials, first, second), choice: ASeries.Choice(ASeries.Target(80))).Targets.Single();

        Assert.That((step.WordsX == step.Line.X1, step.IsNamedBelow), Is.EqualTo((isAtStart, isBelow)));
    }

    private static ProgressSeries Covered(ProgressSeries series, params int[] wards) =>
        series with { Points = [.. series.Points.Zip(wards, (point, reported) => point with { Coverage = new Coverage(reported, 8) })] };

    private static TrendFrame Frame(int looked) => TrendFrame.For(May2025, May2025.AddMonths(looked), 100, 200);

    private static TrendGeometry Trend(ProgressSeries series, int looked = 4, TargetChoice? choice = null, TargetPath? path = null) =>
        TrendGeometry.Of(Frame(looked), series, choice, path);
}
