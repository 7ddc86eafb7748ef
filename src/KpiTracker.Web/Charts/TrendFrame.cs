using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Charts;

/// <summary>The field a trend is drawn on: months across, figures from nought up. Charts side by side share one, so that they can be compared.</summary>
/// <param name="First">First month shown.</param>
/// <param name="Last">Last month shown; it may lie ahead of the month looked at.</param>
/// <param name="Looked">The month looked at: nothing after it is drawn.</param>
/// <param name="Max">The figure at the top, at or above all that is drawn.</param>
/// <param name="Height">Pixels, axis labels included.</param>
public sealed record TrendFrame(ReportingPeriod First, ReportingPeriod Last, ReportingPeriod Looked, decimal Max, double Height)
{
    /// <summary>Pixels; a chart above this height has the page's width to itself.</summary>
    public const double SmallHeight = 240;

    /// <summary>Pixels; a chart of this height or less stands in a row beside its figure, without words or axis.</summary>
    public const double RowHeight = 40;

    /// <summary>A year: as many as a phone can show with marks that a thumb can hit.</summary>
    public const int FewestMonths = 12;

    /// <summary>On a large chart; a small one shows <see cref="FewestMonths"/>.</summary>
    public const int MostMonths = 24;

    /// <summary>How far ahead of the month looked at a chart reaches for a deadline; a later one lies beyond its edge.</summary>
    public const int MostMonthsAhead = 24;

    /// <summary>Room above the highest line for a label, and below the axis for the months.</summary>
    private double Top => IsInRow ? 5 : 16;

    private double Bottom => IsInRow ? 4 : 22;

    /// <summary>Room on the left for the figures of the axis, in shares of the width: more of it where the chart is small.</summary>
    private double Left => IsInRow ? 0 : IsLarge ? 4 : 9;

    private bool IsInRow => Height <= RowHeight;

    public bool IsLarge => Height > SmallHeight;

    public double Base => Height - Bottom;

    public LinearScale YScale => new(Max, Base, Top);

    public double MonthWidth => (100 - Left) / (First.MonthsUntil(Last) + 1);

    public IEnumerable<ReportingPeriod> Periods => ReportingPeriod.Range(First, Last);

    /// <summary>
    /// A year back, on a large chart two, but not before the first month on record; where that leaves fewer than
    /// <see cref="FewestMonths"/>, the months ahead are shown as well, with the path that is still to go.
    /// </summary>
    public static TrendFrame For(ReportingPeriod firstOnRecord, ReportingPeriod looked, decimal max, double height)
    {
        var earliest = looked.AddMonths(1 - (height > SmallHeight ? MostMonths : FewestMonths));
        var first = firstOnRecord > looked ? looked : firstOnRecord > earliest ? firstOnRecord : earliest;
        var full = first.AddMonths(FewestMonths - 1);
        return new TrendFrame(first, full > looked ? full : looked, looked, max, height);
    }

    /// <summary>The same chart, reaching to the month that decides a deadline; unchanged without one, or when it is reached.</summary>
    public TrendFrame LookingAheadTo(ReportingPeriod? deadline)
    {
        var farthest = Looked.AddMonths(MostMonthsAhead);
        return deadline is { } month && month > Last ? this with { Last = month < farthest ? month : farthest } : this;
    }

    public bool Shows(ReportingPeriod period) => period >= First && period <= Looked;

    /// <summary>The middle of a month.</summary>
    public double X(ReportingPeriod period) => Edge(period) + (MonthWidth / 2);

    /// <summary>The left edge of a month.</summary>
    public double Edge(ReportingPeriod period) => Left + (MonthWidth * First.MonthsUntil(period));

    public double Y(decimal figure) => YScale.At(figure);
}
