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

    private static bool IsEnglish => Language.TwoLetterISOLanguageName == "en";

    public static string Name(Indicator indicator) => IsEnglish ? indicator.NameEn : indicator.NameVi;

    public static string ShortName(Indicator indicator) => IsEnglish ? indicator.ShortNameEn : indicator.ShortNameVi;

    public static string Target(Target target) => ProgressTexts.TargetWithDeadline(target, Language);

    public static string Coverage(Coverage coverage) => ProgressTexts.CoverageInWords(coverage, Language);

    public static string Status(ProgressStatus status) => ProgressTexts.Status(status, Language);

    /// <summary>What stands in large type: the value, or for a target of each ward how many wards reach it.</summary>
    public string Figure(IndicatorProgress progress) => progress switch
    {
        { Target.Target.Measure: TargetMeasure.CountInEachWard, Measure: { } reaching } =>
            texts["Figure.Wards", FigureText.Count(reaching), FigureText.Count(progress.Goal)],
        _ => ProgressTexts.Value(progress.Value),
    };

    /// <summary>"+1,2 điểm %" or "+35"; that there is nothing to compare with, where that is so.</summary>
    public string Change(IndicatorProgress progress) => progress switch
    {
        { Change: null } => texts["Change.None"],
        { Indicator.Kind: IndicatorKind.Percentage } => texts["Change.Points", FigureText.Points(progress.Change)],
        _ => FigureText.Change(progress.Change),
    };

    /// <summary>Figure, target, status and coverage in one sentence, for those who hear the chart.</summary>
    public string Sentence(IndicatorProgress progress)
    {
        var figure = texts["Sentence.Figure", ShortName(progress.Indicator), Figure(progress)];
        var target = progress.Target is { } choice ? texts["Sentence.Target", Target(choice.Target)] : "";
        return $"{figure}{target}. {Status(progress.Status)}. {Coverage(progress.Coverage)}.";
    }

    public string Month(SeriesPoint point) => texts["Sentence.Month", FigureText.Period(point.Period), ProgressTexts.Value(point.Value), Coverage(point.Coverage)];

    /// <summary>Whose target it is: the unit's own, that of the district it continues, or of a unit above.</summary>
    public string Owner(OrganisationUnit unit, TargetChoice choice) => choice switch
    {
        { IsInherited: true } => texts["Owner.Inherited", choice.Owner.NameWithKind],
        _ when choice.Owner.Key != unit.Key => texts["Owner.Continued", choice.Owner.NameWithKind, unit.NameWithKind],
        _ => texts["Owner.Own", unit.NameWithKind],
    };

    /// <summary>The headline: how many indicators stand where, and who has not reported.</summary>
    public string Headline(UnitProgress progress)
    {
        var judged = progress.Indicators.Where(i => i.HasTarget).ToList();
        var parts = judged.CountBy(i => i.Status).OrderBy(s => s.Key)
            .Select(s => texts["Headline.Part", FigureText.Count(s.Value), Status(s.Key).ToLower(FigureText.Culture)].Value);
        return judged.Count == 0
            ? texts["Headline.NoTarget"]
            : texts["Headline", FigureText.Count(judged.Count), string.Join(", ", parts)];
    }

    public string Silence(UnitProgress progress) => progress.Reporting switch
    {
        { Missing: 0 } => texts["Headline.AllReported", FigureText.Count(progress.Reporting.Expected)],
        var rate => texts["Headline.Missing", FigureText.Count(rate.Missing), FigureText.Count(rate.Expected)],
    };

    public string Standing(ReportStanding standing) => texts[$"Standing.{standing}"];

    public static string Period(ReportingPeriod period) => FigureText.Period(period);
}
