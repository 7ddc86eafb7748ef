using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>What the database says about a unit up to a month, before anything is reckoned.</summary>
/// <param name="Sums">For every child (a ward stands for itself), month and indicator.</param>
/// <param name="Figures">The wards' own figures in the month.</param>
/// <param name="Pairs">The month and each of those before it that a forecast goes by, over the wards that have both.</param>
internal sealed record UnitFigures(IReadOnlyList<FigureSum> Sums, IReadOnlyList<FigurePair> Pairs, IReadOnlyList<FigureRow> Figures, IReadOnlyList<RevisionRow> Revisions);

/// <param name="ParentId">As of <see cref="FigureSum"/>.</param>
/// <param name="Before">The earlier month, whose sums are the first two.</param>
/// <param name="Wards">How many wards have both.</param>
internal readonly record struct FigurePair(int ParentId, ReportingPeriod Before, string IndicatorCode, long ThenNumerator, long ThenDenominator, long NowNumerator, long NowDenominator, int Wards);

/// <param name="ParentId">The unit above the wards that were added up, or the ward itself where wards are the children.</param>
/// <param name="Wards">How many wards' figures are in the sums.</param>
internal readonly record struct FigureSum(int ParentId, ReportingPeriod Period, string IndicatorCode, long Numerator, long Denominator, int Wards);

internal readonly record struct FigureRow(int UnitId, string IndicatorCode, long? Numerator, long? Denominator, decimal? Percent, int SubmissionId, string Cell);

internal readonly record struct RevisionRow(int UnitId, int Id, int Revision, DateTimeOffset SubmittedAt, bool IsCurrent, bool IsReturned, bool IsNothingToReport, bool IsApproved);
