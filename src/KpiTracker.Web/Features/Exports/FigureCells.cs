using System.Globalization;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Dashboard;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Exports;

/// <summary>The dashboard's figures as cells that know whether they are a number.</summary>
internal sealed class FigureCells(IStringLocalizer<DashboardTexts> texts)
{
    /// <summary>The value; above wards, of a target of each of them, how many reach it, in words.</summary>
    public SummaryCell Figure(IndicatorProgress progress) => progress is { IsOfEachWard: true, Unit.IsWard: false }
        ? new SummaryCell.Words(new DashboardWords(texts).Figure(progress))
        : Value(progress.Value);

    /// <summary>A unit's below; a ward's percentage without counts is marked.</summary>
    public SummaryCell Figure(ChildFigure figure) => figure switch
    {
        { Standing: { } standing } when !figure.Unit.IsWard && figure.Measure is not null => Figure(standing.Progress),
        { Measure: null, ReportedPercent: { } alone } => new SummaryCell.Percentage(alone, IsReportedAlone: true),
        _ => Value(figure.Standing?.Progress.Value),
    };

    /// <summary>Against the month before; where the two cannot be compared, nothing.</summary>
    public SummaryCell Change(IndicatorProgress progress) => progress.Indicator.Kind == IndicatorKind.Percentage
        ? new SummaryCell.Points(progress.Change, texts["Change.Points", ""].Value.Trim())
        : new SummaryCell.Change(progress.Change);

    public static SummaryCell Goal(IndicatorProgress progress) => progress.Target is { Target: { } target }
        ? new SummaryCell.Goal(target, ProgressTexts.TargetInWords(target, CultureInfo.CurrentUICulture))
        : new SummaryCell.Goal(null, "");

    public static SummaryCell Measure(Indicator indicator, decimal? measure) => indicator.Kind == IndicatorKind.Percentage
        ? new SummaryCell.Percentage(measure)
        : new SummaryCell.Count(ProgressTexts.ShownMeasure(indicator, measure));

    public static SummaryColumn ReviewColumn(IStringLocalizer<DashboardTexts> texts) => new(texts["Col.Review"], SummaryColumnKind.ShortText);

    /// <summary>Whether the figures of some wards have been approved or are provisional; empty where nobody has reported.</summary>
    public static SummaryCell Review(IReadOnlyCollection<WardReporting> wards) => new SummaryCell.Words(!wards.Any(w => w.HasReported) ? "" : ProgressTexts.ApprovalInWords(UnitProgress.ApprovalOf(wards), CultureInfo.CurrentUICulture));

    /// <summary>How many wards stand behind a figure, and behind what it still lacks, as the page says it.</summary>
    /// <param name="wards">All that make up the unit.</param>
    public SummaryCell Basis(IndicatorStanding standing, IReadOnlyCollection<WardReporting> wards) =>
        new SummaryCell.Words(new DashboardWords(texts).CoverageWithBasis(standing, UnitProgress.RateOf(wards), UnitProgress.ApprovalOf(wards)));

    public static SummaryCell Status(ProgressStatus status) => new SummaryCell.Words(DashboardWords.Status(status));

    /// <summary>The status with what it leaves out, as the page notes it below.</summary>
    public SummaryCell Status(IndicatorStanding standing) =>
        new SummaryCell.Words(string.Join("; ", new DashboardWords(texts).Reservations(standing).Select(r => r.Text).Prepend(DashboardWords.Status(standing.Status))));

    public static SummaryCell Value(IndicatorValue? value) => value is { Percent: { } percent } ? new SummaryCell.Percentage(percent) : new SummaryCell.Count(value?.Numerator);
}
