using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>What the database says about a unit up to a month, before anything is reckoned.</summary>
/// <param name="Sums">Of every child (a ward stands for itself) and what it continues.</param>
/// <param name="Figures">The wards' own figures in the month.</param>
/// <param name="Pairs">The month and each of those before it that a forecast goes by, over the wards that have both.</param>
internal sealed record UnitFigures(IReadOnlyList<UnitSums> Sums, IReadOnlyList<FigurePair> Pairs, IReadOnlyList<FigureRow> Figures, IReadOnlyList<RevisionRow> Revisions);

/// <param name="UnitId">The unit above the wards that were added up, or the ward itself where wards are the children.</param>
/// <param name="Months">In no order.</param>
internal sealed record UnitSums(int UnitId, string IndicatorCode, IReadOnlyList<MonthSum> Months);

/// <param name="ParentId">The unit directly above the wards; where wards are the children, the unit asked about.</param>
/// <param name="Before">The earlier month, whose sums are the first two.</param>
/// <param name="Wards">How many wards have both.</param>
internal readonly record struct FigurePair(int ParentId, ReportingPeriod Before, string IndicatorCode, long ThenNumerator, long ThenDenominator, long NowNumerator, long NowDenominator, int Wards);

internal readonly record struct FigureRow(int UnitId, string IndicatorCode, long? Numerator, long? Denominator, decimal? Percent, int SubmissionId, string Cell);

internal readonly record struct RevisionRow(int UnitId, int Id, int Revision, DateTimeOffset SubmittedAt, bool IsCurrent, bool IsReturned, bool IsNothingToReport, bool IsApproved);
