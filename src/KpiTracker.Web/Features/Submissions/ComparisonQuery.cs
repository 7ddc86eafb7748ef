using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>Two revisions of one ward's report for one month, side by side.</summary>
/// <param name="Rows">Every indicator that either of them holds, in the register's order.</param>
public sealed record SubmissionComparison(SubmissionDetails Earlier, SubmissionDetails Later, IReadOnlyList<ComparedFigure> Rows);

/// <param name="Before"><c>null</c> when the earlier revision does not hold the indicator.</param>
/// <param name="After"><c>null</c> when the later one does not.</param>
/// <param name="Difference"><c>null</c> when the two say the same.</param>
public sealed record ComparedFigure(Indicator Indicator, KeptFigure? Before, KeptFigure? After, FigureDifference? Difference);

/// <summary>Lays two revisions beside each other.</summary>
internal sealed class ComparisonQuery(SubmissionQuery submissions, Registers registers)
{
    /// <returns><c>null</c> when either is unknown or outside the officer's unit, or they are not of one ward and month.</returns>
    public async Task<SubmissionComparison?> FindAsync(int one, int other, Officer officer, CancellationToken cancellationToken) =>
        await submissions.FindAsync(one, officer, cancellationToken) is { } first
        && first.Revisions.Any(r => r.SubmissionId == other)
        && await submissions.FindAsync(other, officer, cancellationToken) is { } second
            ? await BesideAsync(first, second, cancellationToken)
            : null;

    /// <summary>An earlier revision beside the latest.</summary>
    /// <returns><c>null</c> also when it is the latest itself.</returns>
    public async Task<SubmissionComparison?> WithCurrentAsync(int id, Officer officer, CancellationToken cancellationToken) =>
        await submissions.FindAsync(id, officer, cancellationToken) is { IsCurrent: false } earlier
        && await submissions.FindAsync(earlier.Revisions[0].SubmissionId, officer, cancellationToken) is { } latest
            ? await BesideAsync(earlier, latest, cancellationToken)
            : null;

    private async Task<SubmissionComparison> BesideAsync(SubmissionDetails one, SubmissionDetails other, CancellationToken cancellationToken)
    {
        var (earlier, later) = one.Revision <= other.Revision ? (one, other) : (other, one);
        var before = earlier.Figures.ToDictionary(f => f.Indicator.Code, f => f.Figure);
        var after = later.Figures.ToDictionary(f => f.Indicator.Code, f => f.Figure);
        var differences = FigureDifference.Between(before.Values, after.Values).ToDictionary(d => d.IndicatorCode);
        var indicators = (await registers.CurrentAsync(cancellationToken)).Indicators;
        return new SubmissionComparison(
            earlier,
            later,
            [
                .. from indicator in indicators
                   where before.ContainsKey(indicator.Code) || after.ContainsKey(indicator.Code)
                   select new ComparedFigure(indicator, before.GetValueOrDefault(indicator.Code), after.GetValueOrDefault(indicator.Code), differences.GetValueOrDefault(indicator.Code)),
            ]);
    }
}
