using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>One bend of the path: where the measure has to be at the end of a month.</summary>
public readonly record struct PathKnot(ReportingPeriod Period, decimal Measure);

/// <summary>
/// The straight path from the baseline to the target, month by month; through every dated milestone on the way.
/// It asks the same gain of every month: no source says otherwise.
/// </summary>
public sealed class TargetPath
{
    private TargetPath(IReadOnlyList<PathKnot> knots) => Knots = knots;

    /// <summary>The baseline first, then each dated step, in time order.</summary>
    public IReadOnlyList<PathKnot> Knots { get; }

    /// <param name="baseline">A month, and the measure at its end.</param>
    /// <param name="steps">In the order they fall due; those without a deadline do not bend the path.</param>
    /// <returns><c>null</c> when no step falls due after the baseline: without a deadline there is no path.</returns>
    public static TargetPath? From(PathKnot baseline, IReadOnlyList<Target> steps)
    {
        List<PathKnot> knots = [baseline];
        foreach (var step in steps)
        {
            if (step.Deadline is { } deadline && MonthJudging(deadline) is var month && month > knots[^1].Period)
            {
                knots.Add(new PathKnot(month, step.Value));
            }
        }

        return knots.Count > 1 ? new TargetPath(knots) : null;
    }

    /// <summary>Where the measure has to be at the end of a month; before the baseline <c>null</c>, after the last step its value.</summary>
    public decimal? At(ReportingPeriod period)
    {
        if (period < Knots[0].Period)
        {
            return null;
        }

        for (var i = 1; i < Knots.Count; i++)
        {
            if (period <= Knots[i].Period)
            {
                return Between(Knots[i - 1], Knots[i], period);
            }
        }

        return Knots[^1].Measure;
    }

    /// <summary>The month whose figures, as on its last day, decide a deadline: 31/12/2026 is decided by December's.</summary>
    public static ReportingPeriod MonthJudging(DateOnly deadline) => ReportingPeriod.Of(deadline);

    private static decimal Between(PathKnot from, PathKnot to, ReportingPeriod period) =>
        from.Measure + ((to.Measure - from.Measure) * from.Period.MonthsUntil(period) / from.Period.MonthsUntil(to.Period));
}
