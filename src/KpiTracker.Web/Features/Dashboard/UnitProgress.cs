using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>Where a unit stands in a month: the one set of figures that the dashboard, its charts and the summary are made of.</summary>
/// <param name="Unit">As it is in the month.</param>
/// <param name="FiguresUntil">The last day that the month's figures cover.</param>
/// <param name="DueOn">The last day on which the month's reports are on time.</param>
/// <param name="Indicators">Those with a figure in any month so far or a target in force, in the register's order.</param>
/// <param name="Children">The units directly below, in code order; none for a ward.</param>
/// <param name="Wards">Every ward that makes up the unit in the month, in code order; for a ward, itself.</param>
public sealed record UnitProgress(
    OrganisationUnit Unit,
    ReportingPeriod Period,
    DateOnly FiguresUntil,
    DateOnly DueOn,
    IReadOnlyList<IndicatorStanding> Indicators,
    IReadOnlyList<ChildProgress> Children,
    IReadOnlyList<WardReporting> Wards)
{
    /// <summary>Whether its reports could have been here by now.</summary>
    public MonthStage Stage { get; init; }

    /// <summary>How many days ago the reports were due; 0 until then.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>By which every status here was judged.</summary>
    public StatusThresholds Thresholds { get; init; } = StatusThresholds.Default;

    /// <summary>In how many wards the report of a month has not been approved, of the months asked about (<see cref="UnapprovedMonths"/>); a month in which none is waiting is not there.</summary>
    public IReadOnlyDictionary<ReportingPeriod, int> Unapproved { get; init; } = new Dictionary<ReportingPeriod, int>();

    public ReportingRate Reporting => RateOf(Wards);

    /// <summary>How far the month's figures have been approved.</summary>
    public Approval Approval => ApprovalOf(Wards);

    public static Approval ApprovalOf(IReadOnlyCollection<WardReporting> wards) => new(wards.Count(w => w.IsApproved), wards.Count);

    /// <summary>Whether a figure may still change: not every ward stands behind it, or not every report has been approved. Where there is none, nothing can.</summary>
    /// <param name="wards">All that make up the figure's unit.</param>
    public static bool IsProvisional(IndicatorProgress progress, IReadOnlyCollection<WardReporting> wards) =>
        progress.Value is not null && (progress.IsProvisional || !ApprovalOf(wards).IsFinal);

    public bool IsProvisional(IndicatorStanding standing) => IsProvisional(standing.Progress, Wards);

    /// <summary>There are units between this one and its wards.</summary>
    public bool HasAreas => Children.Any(c => !c.Unit.IsWard);

    public static ReportingRate RateOf(IReadOnlyCollection<WardReporting> wards) =>
        new(wards.Count, wards.Count(w => w.HasReported), wards.Count(w => w.Standing == ReportStanding.OnTime));

    public IndicatorStanding? Find(string indicatorCode) => Indicators.FirstOrDefault(i => i.Indicator.Code == indicatorCode);

    /// <summary>What the units below have to do next, over the indicators that are listed; reckoned when first asked for.</summary>
    public IReadOnlyList<MonthlyTask> Tasks() => _tasks is { } known && ReferenceEquals(known.Of, Indicators) && ReferenceEquals(known.From, Children)
        ? known.Tasks
        : (_tasks = (Indicators, Children, MonthlyTask.Of(
            from child in Children
            from indicator in Indicators
            let standing = child.Find(indicator.Indicator.Code)
            where standing is not null
            select (standing.Progress, standing.Series)))).Value.Tasks;

    // A copy with other indicators reckons its own.
    private (IReadOnlyList<IndicatorStanding> Of, IReadOnlyList<ChildProgress> From, IReadOnlyList<MonthlyTask> Tasks)? _tasks;
}

/// <summary>One indicator of a unit: where it stands, and the series that its chart draws.</summary>
public sealed record IndicatorStanding(IndicatorProgress Progress, ProgressSeries Series)
{
    public Indicator Indicator => Progress.Indicator;

    public ProgressStatus Status => Progress.Status;

    public bool HasTarget => Progress.Target is not null;

    public bool IsPercent => Indicator.Kind == IndicatorKind.Percentage;

    /// <summary>So many months up to the one looked at, as far as there are figures.</summary>
    public IEnumerable<SeriesPoint> LastMonths(int months) => Series.Between(Progress.Period.AddMonths(1 - months), Progress.Period);

    /// <summary>What is still missing, and how fast it has to come; reckoned when first asked for.</summary>
    public RequiredPace? Pace() => Reckoned().Pace;

    /// <summary>The paces of <see cref="Pace"/> as they are shown side by side; <c>null</c> where there is none.</summary>
    public ShownPace? Shown() => Pace() is { } pace ? ShownPace.Of(pace, Indicator) : null;

    /// <summary>Where today's pace ends; reckoned when first asked for. <c>null</c> where nothing is forecast.</summary>
    public Forecast? Outlook() => Reckoned().Outlook;

    /// <summary>What a ward without a figure this month reported lately, marked with its month: to be seen, not to be counted. <c>null</c> for a unit above, and where nothing may be carried.</summary>
    public CarriedFigure? Carried => Progress is { Value: null, Unit.IsWard: true } ? CarryForward.Last(Indicator, Progress.Period, Series.ValuesByMonth) : null;

    /// <summary>Met now, but not yet in the month that decided its deadline.</summary>
    public bool IsMetLate => Progress is { Status: ProgressStatus.Achieved, IsOfEachWard: false, Target.Target: { Deadline: { } deadline } target }
        && TargetPath.MonthJudging(deadline) < Progress.Period && Series.MeasureAt(TargetPath.MonthJudging(deadline)) is { } then && !target.IsMetBy(then);

    // A page asks many times. A copy with other figures reckons its own.
    private Reckoning? _reckoning;

    private Reckoning Reckoned() => _reckoning is { } known && ReferenceEquals(known.Of, Progress) && ReferenceEquals(known.From, Series)
        ? known
        : _reckoning = new Reckoning(Progress, Series, RequiredPace.For(Progress, Series), Forecast.For(Progress, Series));

    public bool Equals(IndicatorStanding? other) => other is not null && Progress == other.Progress && Series == other.Series;

    public override int GetHashCode() => HashCode.Combine(Progress, Series);

    private sealed record Reckoning(IndicatorProgress Of, ProgressSeries From, RequiredPace? Pace, Forecast? Outlook);
}

/// <summary>A unit directly below, with its own standing by indicator code.</summary>
/// <param name="Wards">The wards that make it up; for a ward, itself.</param>
public sealed record ChildProgress(OrganisationUnit Unit, IReadOnlyDictionary<string, IndicatorStanding> Standings, IReadOnlyList<WardReporting> Wards)
{
    public IndicatorStanding? Find(string indicatorCode) => Standings.GetValueOrDefault(indicatorCode);
}

/// <summary>What one ward sent for the month.</summary>
/// <param name="SubmissionId">The current revision; <c>null</c> when nothing was sent.</param>
/// <param name="FirstSentAt">When the first revision was accepted, by which it is on time or late.</param>
/// <param name="Figures">By indicator code; empty while nothing that counts was sent.</param>
public sealed record WardReporting(
    OrganisationUnit Ward,
    ReportStanding Standing,
    int? SubmissionId,
    int Revision,
    DateTimeOffset? FirstSentAt,
    IReadOnlyDictionary<string, WardFigure> Figures)
{
    /// <summary>Sent, and says that there is nothing to report: its figures are missing, not zero.</summary>
    public bool IsNothingToReport { get; init; }

    /// <summary>Its figures stand; otherwise they are provisional, or do not count at all.</summary>
    public bool IsApproved { get; init; }

    /// <summary>By when its report is on time.</summary>
    public DueDate Due { get; init; }

    public bool HasReported => Standing is ReportStanding.OnTime or ReportStanding.Late;
}

/// <summary>One ward's figure for the month.</summary>
/// <param name="Value"><c>null</c> when nothing that can be added was reported.</param>
/// <param name="ReportedPercent">0–100, only when the ward sent a percentage without counts: shown, never added.</param>
/// <param name="Cell">The cell of the workbook it was read from; empty when no cell was asked for.</param>
public sealed record WardFigure(IndicatorValue? Value, decimal? ReportedPercent, int SubmissionId, string Cell);
