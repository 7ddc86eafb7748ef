using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Progress;
using KpiTracker.Web.Charts;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Presentation;

/// <summary>
/// Five slides out of the very figures that the dashboard shows: where we stand, bright spots, who is behind, who has not reported, and whether we will
/// make it. It speaks the language of the thread that calls it.
/// </summary>
internal sealed class DeckComposer(IStringLocalizer<PresentationTexts> texts, IStringLocalizer<DashboardTexts> pages)
{
    public const int Slides = 5;

    /// <summary>As many lines as can be read from the last row.</summary>
    private const int MostLines = 6;

    private readonly DashboardWords _words = new(pages);

    private static CultureInfo Language => CultureInfo.CurrentUICulture;

    /// <summary>The deck in each language of the product, by its name.</summary>
    public IReadOnlyDictionary<string, Deck> InEveryLanguage(UnitProgress progress)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            var decks = new SortedDictionary<string, Deck>(StringComparer.Ordinal);
            foreach (var language in new[] { Languages.Vietnamese, Languages.English })
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                decks[language] = Compose(progress);
            }

            return decks;
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public Deck Compose(UnitProgress progress) => new(
        progress.Unit.Code,
        progress.Unit.NameWithKind,
        progress.Period.ToString(),
        texts["Coverage", FigureText.Date(progress.FiguresUntil), FigureText.Count(progress.Reporting.Reported), FigureText.Count(progress.Reporting.Expected)],
        [Standing(progress), Bright(progress), Behind(progress), Silent(progress), Outlook(progress)]);

    private Slide Standing(UnitProgress progress)
    {
        var judged = Judged(progress);
        var max = LinearScale.PercentMax(judged.Where(s => s.IsPercent).SelectMany(s => (decimal?[])[s.Progress.Measure, s.Progress.Goal]));
        return new Slide(
            texts["Standing.Title"],
            LeadTexts.Sentence(progress.Indicators.Select(i => i.Progress), progress.Children.SelectMany(c => c.Standings.Values).Select(s => s.Progress), progress.Reporting, Language),
            [.. judged.Take(MostLines).Select(s => new SlideLine(
                DashboardWords.ShortName(s.Indicator),
                _words.Figure(s.Progress),
                pages["Target.Summary", DashboardWords.Target(s.Progress.Target!.Target)],
                s.Status,
                Bar(progress, s, max)))],
            judged.Count > 0 ? texts["Standing.Note"].Value : null);
    }

    private Slide Bright(UnitProgress progress)
    {
        var all = Followed(progress);
        var well = all.Where(s => s.Standing.Status.IsWell).ToList();
        var lines = well
            .GroupBy(s => s.Standing.Indicator.Code)
            .SelectMany(g => g.OrderByDescending(Surplus).Take(well.Count <= MostLines ? MostLines : 2))
            .Take(MostLines)
            .Select(s => Line(progress, s, s.Standing.Progress.Change is > 0 ? texts["Bright.Rising", _words.Change(s.Standing.Progress)] : ""));
        return new Slide(
            texts["Bright.Title"],
            well.Count == 0 ? texts["Bright.None"] : texts["Bright.Lead", FigureText.Count(well.Count), FigureText.Count(all.Count)],
            [.. lines],
            null);
    }

    private Slide Behind(UnitProgress progress)
    {
        var all = Followed(progress);
        var lags = all.Select(s => (Followed: s, Lag: Lag.Of(s.Standing.Progress))).Where(s => s.Lag is not null).ToList();
        var lines = lags.OrderByDescending(s => s.Lag!.Share).Take(MostLines).Select(s => Line(progress, s.Followed, Missing(s.Lag!, s.Followed.Standing)));
        var units = lags.Select(s => s.Followed.Unit).Distinct().Count();
        return new Slide(
            texts["Behind.Title"],
            lags.Count == 0 ? texts["Behind.None"]
                : progress.Unit.IsWard ? texts["Behind.Ward", FigureText.Count(lags.Count), FigureText.Count(all.Count)]
                : texts["Behind.Lead", FigureText.Count(units), FigureText.Count(progress.Children.Count)],
            [.. lines],
            lags.Count > MostLines ? texts["More", FigureText.Count(lags.Count - MostLines)].Value : null);
    }

    private Slide Silent(UnitProgress progress)
    {
        var silent = progress.Children.Any(c => !c.Unit.IsWard)
            ? progress.Children.Select(c => (c.Unit, Rate: UnitProgress.RateOf(c.Wards))).Where(c => c.Rate.Missing > 0).OrderByDescending(c => c.Rate.Missing)
                .Select(c => new SlideLine(c.Unit.NameWithKind, texts["Silent.Area", FigureText.Count(c.Rate.Missing), FigureText.Count(c.Rate.Expected)], "")).ToList()
            : progress.Wards.Where(w => !w.HasReported).Select(w => new SlideLine(w.Ward.NameWithKind, "", _words.Standing(w.Standing))).ToList();
        const int most = MostLines * 3;
        var onTime = texts["Silent.OnTime", FigureText.Percent(progress.Reporting.OnTimePercent), FigureText.Count(progress.Reporting.OnTime), FigureText.Count(progress.Reporting.Expected), FigureText.Date(progress.DueOn)];
        return new Slide(
            texts["Silent.Title"],
            _words.Silence(progress),
            [.. silent.Take(most)],
            silent.Count > most ? $"{texts["More", FigureText.Count(silent.Count - most)]} {onTime}" : onTime);
    }

    private Slide Outlook(UnitProgress progress)
    {
        var dated = Judged(progress).Where(s => s.Progress.Target!.Target.Deadline is not null && s.Status is not (ProgressStatus.Achieved or ProgressStatus.Missed)).ToList();
        var verdicts = dated.Select(s => s.Outlook()?.VerdictOn(s.Progress.Target!.Target)).ToList();
        return new Slide(
            texts["Outlook.Title"],
            dated.Count == 0 ? texts["Outlook.None"]
                : texts[
                    "Outlook.Lead",
                    Count(ForecastVerdict.WillMeet),
                    Count(ForecastVerdict.MayMeet),
                    Count(ForecastVerdict.WillMiss),
                    FigureText.Count(verdicts.Count(v => v is null))],
            [.. dated.Take(MostLines).Select(s => new SlideLine(DashboardWords.ShortName(s.Indicator), _words.Figure(s.Progress), Future(s), s.Status))],
            dated.Count > 0 ? texts["Outlook.Note", FigureText.Count(Forecast.MonthsUsed)].Value : null);

        string Count(ForecastVerdict verdict) => FigureText.Count(verdicts.Count(v => v == verdict));
    }

    private string Future(IndicatorStanding standing)
    {
        var target = standing.Progress.Target!.Target;
        var forecast = standing.Outlook() is { } outlook ? Sentence(PaceTexts.Forecast(outlook, standing.Indicator, target, Language)) : texts["Outlook.TooFew"].Value;
        var required = standing.Pace() is { } pace ? PaceTexts.Required(pace, standing.Progress, Language) : null;
        return required is null ? forecast : $"{forecast} {Sentence(required)}";
    }

    private static string Sentence(string words) => words[..1].ToUpper(FigureText.Culture) + words[1..] + ".";

    private SlideLine Line(UnitProgress progress, FollowedStanding followed, string detail) => new(
        progress.Unit.IsWard ? DashboardWords.ShortName(followed.Standing.Indicator) : texts["Line", followed.Unit, DashboardWords.ShortName(followed.Standing.Indicator)],
        _words.Figure(followed.Standing.Progress),
        detail,
        followed.Standing.Status);

    private string Missing(Lag lag, IndicatorStanding standing)
    {
        var due = texts["Behind.Due", LeadTexts.Behind(lag, Language)];
        return standing.Pace() is { Gap: > 0 } pace ? $"{due}; {texts["Behind.Missing", FigureText.Count(pace.Gap)]}" : due;
    }

    private static SlideBar Bar(UnitProgress progress, IndicatorStanding standing, decimal percentMax)
    {
        var p = standing.Progress;
        return new SlideBar(
            p.Measure,
            p.Goal,
            p.ExpectedToDate,
            standing.IsPercent ? percentMax : LinearScale.CountMax([p.Measure, p.Goal]),
            progress.Thresholds.OnTrackFrom,
            progress.Thresholds.AtRiskFrom);
    }

    private static List<IndicatorStanding> Judged(UnitProgress progress) => [.. progress.Indicators.Where(i => i.HasTarget)];

    /// <summary>What is looked at one by one: of the units below, or of a ward itself, each figure with a target. A target of each ward is the unit's above.</summary>
    private static List<FollowedStanding> Followed(UnitProgress progress) => progress.Unit.IsWard
        ? [.. Judged(progress).Where(s => s.Progress.Value is not null).Select(s => new FollowedStanding(progress.Unit.NameWithKind, s))]
        : [.. progress.Children.SelectMany(c => c.Standings.Values.Where(s => s.HasTarget && s.Progress.Value is not null && !s.Progress.IsOfEachWard).Select(s => new FollowedStanding(c.Unit.NameWithKind, s)))];

    private static decimal? Surplus(FollowedStanding followed) => followed.Standing.Progress.Measure - followed.Standing.Progress.Goal;

    private sealed record FollowedStanding(string Unit, IndicatorStanding Standing);
}
