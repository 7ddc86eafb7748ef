using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Progress;

/// <summary>Two months of one series over the same wards: the sums of those that have a figure in both, so that a silent ward is neither a rise nor a decline.</summary>
/// <param name="Before">The earlier month, whose sums are <paramref name="Then"/>.</param>
/// <param name="Month">The later month, whose sums over the same wards are <paramref name="Now"/>.</param>
/// <param name="Wards">How many wards stand behind both; of a unit whose wards were replaced, those of the later month.</param>
/// <param name="Expected">How many are expected to report in the later month.</param>
public sealed record MonthComparison(ReportingPeriod Before, ReportingPeriod Month, IndicatorValue Then, IndicatorValue Now, int Wards, int Expected)
{
    /// <summary>The one limit below which there is silence: of the wards expected in the later month, so many must have a figure in both.</summary>
    public const decimal FewestShare = 0.5m;

    public bool IsOfAll => Wards == Expected;

    /// <summary>Percentage points, or the count's difference.</summary>
    public decimal Change => Now.Measure - Then.Measure;

    public static bool AreEnough(int wards, int expected) => wards > 0 && wards >= expected * FewestShare;
}

/// <summary>Why a month cannot be compared with an earlier one.</summary>
public enum IncomparableReason
{
    /// <summary>The month itself has no figure.</summary>
    NoFigure,

    /// <summary>No earlier month has a figure.</summary>
    FirstFigure,

    /// <summary>The month before has no figure, though an earlier one has.</summary>
    NoFigureBefore,

    /// <summary>Less than <see cref="MonthComparison.FewestShare"/> of the wards have a figure in both months.</summary>
    TooFewWards,

    /// <summary>The unit was made of other territory.</summary>
    OtherTerritory,
}

/// <param name="TerritoryFrom">The first month of the present territory; only of <see cref="IncomparableReason.OtherTerritory"/>.</param>
public sealed record Incomparable(IncomparableReason Reason, ReportingPeriod? TerritoryFrom = null);
