using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>Between figures as they are kept and as the domain speaks of them.</summary>
internal static class SubmissionFigures
{
    public static KeptFigure Of(SubmittedFigure row) => new(row.IndicatorCode, row.Numerator, row.Denominator, row.Percent);

    public static SubmittedFigure RowOf(ReportedObservation observation) => new()
    {
        IndicatorCode = observation.IndicatorCode,
        Numerator = Whole(observation.Numerator),
        Denominator = Whole(observation.Denominator),
        Percent = observation.Percent,
        Sheet = observation.Cell.Sheet,
        Cell = observation.Cell.Address,
        DenominatorCell = observation.DenominatorCell?.Address,
    };

    // People and things are counted in whole numbers; the rules have refused anything else.
    private static long? Whole(decimal? count) => count is null ? null
        : count == decimal.Truncate(count.Value) ? decimal.ToInt64(count.Value)
        : throw new InvalidOperationException($"A count of {count} passed the rules.");
}
