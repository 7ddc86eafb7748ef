namespace KpiTracker.Domain.Submissions;

/// <summary>One indicator's figure in one revision of a ward's report, without the cells it came from.</summary>
/// <param name="Percent">0–100, only when the ward sent a percentage without counts.</param>
public sealed record KeptFigure(string IndicatorCode, decimal? Numerator, decimal? Denominator, decimal? Percent)
{
    public static KeptFigure Of(ReportedObservation observation) =>
        new(observation.IndicatorCode, observation.Numerator, observation.Denominator, observation.Percent);
}
