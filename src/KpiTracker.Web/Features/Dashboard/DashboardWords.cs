using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>The dashboard's figures as sentences, in the reader's language.</summary>
internal sealed class DashboardWords(IStringLocalizer<DashboardTexts> texts)
{
    private static CultureInfo Language => CultureInfo.CurrentUICulture;

    public static string Name(Indicator indicator) => indicator.NameIn(Language);

    public static string ShortName(Indicator indicator) => indicator.ShortNameIn(Language);

    /// <summary>The short name over a column or a chart of figures; of a count with what is counted, where the name does not begin with it: "Đại sứ số (người)".</summary>
    public static string NameWithUnit(Indicator indicator) => indicator.Kind == IndicatorKind.Percentage || Language.TwoLetterISOLanguageName == "en" || ShortName(indicator).StartsWith(indicator.UnitOfMeasureVi, StringComparison.CurrentCultureIgnoreCase)
        ? ShortName(indicator)
        : $"{ShortName(indicator)} ({indicator.UnitOfMeasureVi})";

    public static string Target(Target target) => ProgressTexts.TargetWithDeadline(target, Language);

    /// <summary>
    /// "6/8 phường, xã đã nộp" where every ward that reported gave the figure, otherwise how many gave it; marked as provisional while some are missing.
    /// </summary>
    /// <param name="reporting">Of the same wards in the same month.</param>
    public static string Coverage(IndicatorProgress progress, ReportingRate reporting)
    {
        var words = progress.Coverage.Reported == reporting.Reported
            ? ProgressTexts.CoverageInWords(progress.Coverage, Language)
            : ProgressTexts.FiguresInWords(progress.Coverage, Language);
        return progress.IsProvisional ? ProgressTexts.Provisional(words, Language) : words;
    }

    /// <summary>The same, provisional also while not every ward's report has been approved.</summary>
    public static string Coverage(IndicatorProgress progress, ReportingRate reporting, Approval approval)
    {
        var words = Coverage(progress, reporting);
        return progress.Value is null || progress.IsProvisional || approval.IsFinal ? words : ProgressTexts.Provisional(words, Language);
    }

    /// <summary>The same with the wards that the gap and the forecast rest on, where silent ones count by their figure of the month before.</summary>
    public string CoverageWithBasis(IndicatorStanding standing, ReportingRate reporting, Approval approval)
    {
        var words = Coverage(standing.Progress, reporting, approval);
        return standing.HasTarget && PaceTexts.Basis(standing.Pace()?.Coverage, Language) is { } basis ? texts["Coverage.Basis", words, basis] : words;
    }

    /// <summary>Of a month of a series, of which only the wards with the figure are known.</summary>
    public static string Coverage(SeriesPoint point)
    {
        var words = ProgressTexts.FiguresInWords(point.Coverage, Language);
        return point.IsProvisional ? ProgressTexts.Provisional(words, Language) : words;
    }

    /// <summary>"7 (1/2)": a month's figure, with the wards behind it while some are missing; a dash where there is none.</summary>
    public static string FigureOfWards(SeriesPoint? point) => point is { Value: { } value, IsProvisional: true, Coverage: var coverage }
        ? $"{ProgressTexts.Value(value)} ({FigureText.Count(coverage.Reported)}/{FigureText.Count(coverage.Expected)})"
        : ProgressTexts.Value(point?.Value);

    /// <summary>What the status leaves out: by a harder target of the unit above it would be worse, or is not achieved; it was met after the deadline. Usually empty.</summary>
    public IEnumerable<(ProgressStatus Status, string Text)> Reservations(IndicatorStanding standing)
    {
        var progress = standing.Progress;
        if (progress is { Target: { IsParentStricter: true, ParentTarget: { } above }, ParentStatus: { } aboveStatus and not ProgressStatus.Achieved })
        {
            if (progress.Status == ProgressStatus.Achieved)
            {
                yield return (aboveStatus, texts["Parent.NotMet", ProgressTexts.TargetValue(above)]);
            }
            else if (IsWorse(aboveStatus, progress.Status))
            {
                yield return (aboveStatus, texts["Parent.Worse", $"{ProgressTexts.TargetValue(above)} {ProgressTexts.Deadline(above, Language)}", Status(aboveStatus)]);
            }
        }

        if (standing.IsMetLate)
        {
            yield return (ProgressStatus.Missed, texts["Late.Met", FigureText.Date(progress.Target!.Target.Deadline!.Value)]);
        }
    }

    // Among those that lag the later in the order is the worse.
    private static bool IsWorse(ProgressStatus status, ProgressStatus than) => status.IsLagging && (!than.IsLagging || status > than);

    public static string Status(ProgressStatus status) => ProgressTexts.Status(status, Language);

    /// <summary>What stands in large type: the value, or above wards, for a target of each of them, how many reach it.</summary>
    public string Figure(IndicatorProgress progress) => progress switch
    {
        { IsOfEachWard: true, Unit.IsWard: false, Measure: { } reaching } =>
            texts["Figure.Wards", FigureText.Count(reaching), FigureText.Count(progress.Goal)],
        _ => ProgressTexts.Value(progress.Value),
    };

    /// <summary>The same where no column or axis tells the unit: "37 tổ".</summary>
    public string FigureWithUnit(IndicatorProgress progress) => progress switch
    {
        { IsOfEachWard: true, Unit.IsWard: false } => Figure(progress),
        { Indicator.Kind: IndicatorKind.Count, Value: { } value } => PaceTexts.Counted(value.Numerator, progress.Indicator, Language),
        _ => Figure(progress),
    };

    /// <summary>"4/4 phường, xã đã nộp đạt; 1 chưa có số liệu": of a target of each ward while some have no figure; otherwise empty.</summary>
    public string WardsKnown(IndicatorProgress progress) => progress is { Measure: { } reaching, WardsWithout: var without and > 0 }
        ? texts["Figure.WardsKnown", FigureText.Count(reaching), FigureText.Count(progress.Goal), FigureText.Count(without)]
        : "";

    /// <summary>"+1,2 điểm %" or "+35"; that there is nothing to compare with, and why not.</summary>
    public string Change(IndicatorProgress progress) => progress switch
    {
        { WhyIncomparable: { } why } => texts["Change.Why", ProgressTexts.Why(why, Language)],
        { Change: null } => texts["Change.None"],
        { Indicator.Kind: IndicatorKind.Percentage } => texts["Change.Points", FigureText.Points(progress.Change)],
        _ => FigureText.Change(progress.Change),
    };

    /// <summary>Figure, target, status and coverage in one sentence, for those who hear the chart.</summary>
    public string Sentence(IndicatorProgress progress, ReportingRate reporting)
    {
        var figure = texts["Sentence.Figure", ShortName(progress.Indicator), Figure(progress)];
        var target = progress.Target is { } choice ? texts["Sentence.Target", Target(choice.Target)] : "";
        return $"{figure}{target}. {Status(progress.Status)}. {Coverage(progress, reporting)}.";
    }

    public string Month(SeriesPoint point) => texts["Sentence.Month", FigureText.Period(point.Period), ProgressTexts.Value(point.Value), Coverage(point)];

    /// <summary>Whether a month's figure stands: "đã duyệt", or how many wards' reports wait for approval; nothing where there is no figure.</summary>
    /// <param name="unapproved">As of <see cref="UnitProgress.Unapproved"/>.</param>
    public string Review(SeriesPoint point, IReadOnlyDictionary<ReportingPeriod, int> unapproved) => (point, unapproved.GetValueOrDefault(point.Period)) switch
    {
        ({ Value: null }, _) => FigureText.Missing,
        (_, 0) => texts["Reporting.Approved"],
        ({ Coverage.Expected: 1 }, _) => texts["Reporting.Waiting"],
        (_, var waiting) => texts["Series.Waiting", FigureText.Count(waiting)],
    };

    /// <summary>Whose target it is: the unit's own, that of the district it continues, or of a unit above.</summary>
    public string Owner(OrganisationUnit unit, TargetChoice choice) => choice switch
    {
        { IsInherited: true } => texts["Owner.Inherited", choice.Owner.NameWithKind],
        _ when choice.Owner.Key != unit.Key => texts["Owner.Continued", choice.Owner.NameWithKind, unit.NameWithKind],
        _ => texts["Owner.Own", unit.NameWithKind],
    };

    /// <summary>Which indicators look well today and miss their target if today's pace is kept; <c>null</c> when none does.</summary>
    public string? WillMiss(UnitProgress progress)
    {
        var names = progress.Indicators
            .Where(i => !i.Status.IsLagging && i.Outlook()?.VerdictOn(i.Progress.Target!.Target) == ForecastVerdict.WillMiss)
            .Select(i => ShortName(i.Indicator))
            .ToList();
        return names.Count == 0 ? null : texts["Headline.WillMiss", string.Join("; ", names)].Value;
    }

    /// <summary>Who has not reported, or before the due date who has; a report that was given back has been sent once, and is said apart.</summary>
    public string Silence(UnitProgress progress)
    {
        var expected = FigureText.Count(progress.Reporting.Expected);
        switch (progress.Stage)
        {
            case MonthStage.BeforeCampaign:
                return texts["Headline.BeforeCampaign"];
            case MonthStage.Running:
                return texts["Headline.Running", FigureText.Count(progress.Reporting.Reported), expected, FigureText.Date(progress.FiguresUntil), FigureText.Date(progress.DueOn)];
            case MonthStage.Collecting when progress.Reporting.Missing > 0:
                return texts["Headline.Collecting", FigureText.Count(progress.Reporting.Reported), expected, FigureText.Date(progress.DueOn)];
        }

        var returned = progress.Wards.Count(w => w.Standing == ReportStanding.Returned);
        return (NotSent: progress.Reporting.Missing - returned, returned) switch
        {
            (0, 0) => texts["Headline.AllReported", expected],
            (0, _) => texts["Headline.Returned", FigureText.Count(returned), expected],
            (var silent, 0) => texts["Headline.Missing", FigureText.Count(silent), expected],
            var (silent, _) => texts["Headline.MissingReturned", FigureText.Count(silent), expected, FigureText.Count(returned)],
        };
    }

    /// <summary>Whether a ward's revision came in time; a correction after the due date is no lateness: that is judged on the first revision.</summary>
    /// <param name="history">The ward's revisions of all months.</param>
    public string Timeliness(WardSubmission sent, IReadOnlyList<WardSubmission> history) => sent switch
    {
        { IsReturned: true } when history.Any(later => later.Period == sent.Period && later.Revision > sent.Revision) => texts["History.Returned"],
        { IsReturned: true } => Standing(ReportStanding.Returned),
        { Revision: > 1 } => texts["History.Correction"],
        { IsLate: true } => Standing(ReportStanding.Late),
        _ => Standing(ReportStanding.OnTime),
    };

    /// <summary>Whether a revision is approved, waits for it, or counts no longer; nothing of one that was given back, of which <see cref="Timeliness"/> tells.</summary>
    public string Review(WardSubmission sent, IReadOnlyList<WardSubmission> history) =>
        sent.CountsAmong(history) ? texts[sent.IsApproved ? "Reporting.Approved" : "Reporting.Waiting"]
        : sent.IsReturned ? FigureText.Missing
        : texts["History.Superseded"];

    public string Standing(ReportStanding standing) => texts[$"Standing.{standing}"];

    public static string Period(ReportingPeriod period) => FigureText.Period(period);
}
