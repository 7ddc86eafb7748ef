using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Charts;

/// <summary>A straight line: across in shares (0–100) of the width, down in pixels.</summary>
public readonly record struct TrendLine(double X1, double Y1, double X2, double Y2);

public readonly record struct TrendMark(double X, double Y, SeriesPoint Point);

/// <summary>From one month to the next.</summary>
/// <param name="IsProvisional">Not every ward stands behind one of the two: the slope may tell who is silent.</param>
public readonly record struct TrendSegment(TrendLine Line, bool IsProvisional);

/// <summary>A level that a target asks for, over the months in which it is the next one due.</summary>
/// <param name="WordsX">Where the words on it begin: with the line, or farther right where no marks lie.</param>
/// <param name="IsNamedBelow">The words stand below the line: marks lie where they would stand above it, and none below.</param>
public readonly record struct TargetStep(TrendLine Line, decimal Value, DateOnly? Deadline, double WordsX = 0, bool IsNamedBelow = false);

public readonly record struct XLabel(double X, ReportingPeriod Period, bool IsMajor);

public readonly record struct YTick(double Y, decimal Value);

/// <summary>Where today's pace ends: from the last figure's mark to the deadline's month, or to the chart's edge where that is nearer.</summary>
/// <param name="Y1">Of where the unit stands; the others are those of the low, middle and high end on the right.</param>
public readonly record struct TrendBand(double X1, double Y1, double X2, double Low, double Mid, double High);

/// <summary>
/// What a trend chart draws. A month without a value has no mark and breaks the line: a gap is a gap. So does, of a count, a month with other wards
/// missing than the one before: its sum is lower for their silence alone, and a line down to it would be read as a fall.
/// </summary>
/// <param name="Changes">Where another unit takes the series over: halfway between its months.</param>
public sealed record TrendGeometry(
    IReadOnlyList<TrendMark> Marks,
    IReadOnlyList<TrendSegment> Segments,
    IReadOnlyList<TargetStep> Targets,
    IReadOnlyList<TrendLine> Path,
    IReadOnlyList<(double X, ReportingPeriod From)> Changes,
    IReadOnlyList<XLabel> XLabels,
    IReadOnlyList<YTick> YTicks)
{
    /// <summary>From so many months on only half-years are named.</summary>
    private const int MostQuarters = 18;

    /// <summary>Of the words on a target's line and the marks beside them: shares of a small chart's width, where each of several says its deadline too, and pixels.</summary>
    private const double WordsWidth = 32, LongWordsWidth = 60, WordsHeight = 20;

    /// <summary><c>null</c>: nothing is forecast.</summary>
    public TrendBand? Band { get; init; }

    /// <summary>Another series to hold this one against, without marks: a ward's district. Usually empty.</summary>
    public IReadOnlyList<TrendLine> Beside { get; init; } = [];

    /// <summary>Months that no line leads to or from, the last one aside: of a count, those of which other wards are missing than around them.</summary>
    public IEnumerable<TrendMark> Alone => Marks.SkipLast(1).Where(mark => !Segments.Any(s => s.Line.X1 == mark.X || s.Line.X2 == mark.X));

    public static TrendGeometry Of(TrendFrame frame, ProgressSeries series, TargetChoice? target, TargetPath? path, Forecast? forecast = null, ProgressSeries? beside = null)
    {
        var marks = Marked(frame, series);
        return new TrendGeometry(
            marks,
            [.. Segmented(series, marks)],
            [.. Steps(frame, target).Select(step => Named(step, marks, target!.Steps.Count > 1 ? LongWordsWidth : WordsWidth))],
            [.. PathLines(frame, path)],
            [.. series.ChangesBetween(frame.First.Previous, frame.Looked).Select(c => (frame.X(c) - (frame.MonthWidth / 2), c))],
            [.. frame.Periods.Select(p => new XLabel(frame.X(p), p, IsMajor(p, frame))).Where(l => l.IsMajor || frame.IsLarge)],
            [.. frame.YScale.Ticks().Select(t => new YTick(frame.Y(t), t))])
        {
            Band = forecast is not null && marks is [.., { } last] && last.Point.Period == frame.Looked ? BandFrom(last, series, frame, forecast) : null,
            Beside = beside is null ? [] : [.. Segmented(beside, Marked(frame, beside)).Select(s => s.Line)],
        };
    }

    private static List<TrendMark> Marked(TrendFrame frame, ProgressSeries series) =>
    [
        .. series.Between(frame.First, frame.Looked)
            .Where(p => p.Value is not null)
            .Select(p => new TrendMark(frame.X(p.Period), frame.Y(p.Value!.Measure), p)),
    ];

    private static IEnumerable<TrendSegment> Segmented(ProgressSeries series, List<TrendMark> marks) => marks.Zip(marks.Skip(1))
        .Where(pair => pair.First.Point.Period.Next == pair.Second.Point.Period
            && (series.Indicator.Kind == IndicatorKind.Percentage || pair.First.Point.Coverage.IsComparableWith(pair.Second.Point.Coverage)))
        .Select(pair => Segment(pair.First, pair.Second));

    // A forecast sets out from where the unit stands, silent wards by their figure of the month before; so does its band.
    private static TrendBand? BandFrom(TrendMark last, ProgressSeries series, TrendFrame frame, Forecast forecast)
    {
        var end = forecast.At < frame.Last ? forecast.At : frame.Last;
        if (end <= frame.Looked)
        {
            return null;
        }

        var now = series.WithSilent(frame.Looked)?.Value?.Measure ?? last.Point.Value!.Measure;
        var share = (decimal)frame.Looked.MonthsUntil(end) / frame.Looked.MonthsUntil(forecast.At);
        return new TrendBand(last.X, frame.Y(now), frame.X(end), At(forecast.Low), At(forecast.Mid), At(forecast.High));

        double At(decimal there) => frame.Y(now + ((there - now) * share));
    }

    /// <summary>Quarters, or half-years where many months are shown: what a phone has room for.</summary>
    private static bool IsMajor(ReportingPeriod period, TrendFrame frame) => frame.First.MonthsUntil(period) % (frame.First.MonthsUntil(frame.Last) >= MostQuarters ? 6 : 3) == 0;

    private static TrendSegment Segment(TrendMark from, TrendMark to) =>
        new(new TrendLine(from.X, from.Y, to.X, to.Y), from.Point.IsProvisional || to.Point.IsProvisional);

    /// <summary>The first place for its words where no marks lie; above the line's beginning where there is none.</summary>
    private static TargetStep Named(TargetStep step, List<TrendMark> marks, double width)
    {
        foreach (var x in (ReadOnlySpan<double>)[step.Line.X1, Math.Max(step.Line.X1, step.Line.X2 - width)])
        {
            foreach (var isBelow in (ReadOnlySpan<bool>)[false, true])
            {
                var (top, bottom) = isBelow ? (step.Line.Y1, step.Line.Y1 + WordsHeight) : (step.Line.Y1 - WordsHeight, step.Line.Y1);
                if (!marks.Any(mark => mark.X > x && mark.X < x + width && mark.Y >= top && mark.Y <= bottom))
                {
                    return step with { WordsX = x, IsNamedBelow = isBelow };
                }
            }
        }

        return step with { WordsX = step.Line.X1 };
    }

    private static IEnumerable<TargetStep> Steps(TrendFrame frame, TargetChoice? choice)
    {
        if (choice is null or { Target.Measure: TargetMeasure.CountInEachWard })
        {
            yield break;
        }

        var from = frame.First;
        foreach (var step in choice.Steps)
        {
            var isLast = ReferenceEquals(step, choice.Steps[^1]);
            var to = step.Deadline is { } day && !isLast ? TargetPath.MonthJudging(day) : frame.Last;
            if (to < from)
            {
                continue;
            }

            var y = frame.Y(step.Value);
            var end = to < frame.Last ? to : frame.Last;
            yield return new TargetStep(new TrendLine(frame.Edge(from), y, frame.Edge(end.Next), y), step.Value, step.Deadline);
            from = step.Deadline is null ? from : end.Next;
        }
    }

    private static IEnumerable<TrendLine> PathLines(TrendFrame frame, TargetPath? path)
    {
        if (path is null)
        {
            yield break;
        }

        foreach (var (month, next) in frame.Periods.Zip(frame.Periods.Skip(1)))
        {
            if (path.At(month) is { } here && path.At(next) is { } there && next <= path.Knots[^1].Period)
            {
                yield return new TrendLine(frame.X(month), frame.Y(here), frame.X(next), frame.Y(there));
            }
        }
    }
}
