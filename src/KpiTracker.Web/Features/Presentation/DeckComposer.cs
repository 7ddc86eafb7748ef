using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Periods;
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
        texts[progress.Stage == MonthStage.Running ? "Coverage.Open" : "Coverage", FigureText.Date(progress.FiguresUntil), FigureText.Count(progress.Reporting.Reported), FigureText.Count(progress.Reporting.Expected)],
        [Standing(progress), Bright(progress), Behind(progress), Silent(progress), Outlook(progress)])
    {
        Review = ProgressTexts.ApprovalInWords(progress.Approval, Language),
    };

    private Slide Standing(UnitProgress progress)
    {
        var judged = Judged(progress);
        var max = LinearScale.PercentMax(judged.Where(s => s.IsPercent).SelectMany(s => (decimal?[])[s.Progress.Measure, s.Progress.Goal]));
        return new Slide(
            texts["Standing.Title"],
            LeadTexts.Sentence(progress.Indicators.Select(i => i.Progress), progress.Children.SelectMany(c => c.Standings.Values).Select(s => s.Progress), progress.Reporting, Language),
            [.. judged.Take(MostLines).Select(s => new SlideLine(
                DashboardWords.ShortName(s.Indicator),
                _words.FigureWithUnit(s.Progress),
                Detail([pages["Target.Summary", ProgressTexts.TargetMarked(s.Progress.Target!.Target, Language)], .. _words.Reservations(s).Select(r => r.Text)]),
                s.Status,
                Bar(progress, s, max)))],
            judged.Count == 0 ? null : Sentences(
                texts["Standing.Note"],
                judged.Any(progress.IsProvisional) ? texts["Standing.Hollow"].Value : null,
                judged.Take(MostLines).All(s => s.Progress.Target!.Target.ComparatorStated) ? null : ProgressTexts.ComparatorNote(Language)))
        {
            Numerals =
            [
                Part(judged.Count(s => s.Status.IsWell), judged.Count, "Numeral.Well"),
                .. progress.Unit.IsWard ? (SlideNumeral[])[] : [Reported(progress), Part(progress.Children.Count(IsWithoutLag), progress.Children.Count(c => c.Standings.Values.Any(s => s.Progress.Value is not null)), "Numeral.UnitsWell")],
            ],
        };
    }

    private static bool IsWithoutLag(ChildProgress child) => child.Standings.Values.Any(s => s.Status.IsWell) && !child.Standings.Values.Any(s => s.Status.IsLagging);

    private SlideNumeral Reported(UnitProgress progress) => Part(progress.Reporting.Reported, progress.Reporting.Expected, "Numeral.Reported");

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
            well.Count == 0 ? texts[Of(progress, "Bright.None")] : texts[Of(progress, "Bright.Lead"), FigureText.Count(well.Count), FigureText.Count(all.Count)],
            [.. lines],
            null)
        {
            Numerals = all.Count == 0 ? [] : [Part(all.Count(s => s.Standing.Status == ProgressStatus.Achieved), all.Count, Of(progress, "Numeral.Achieved")), Part(all.Count(s => s.Standing.Status == ProgressStatus.OnTrack), all.Count, Of(progress, "Numeral.OnTrack"))],
        };
    }

    private Slide Behind(UnitProgress progress)
    {
        var all = Followed(progress);
        var lags = all.Where(s => Lag.Of(s.Standing.Progress) is not null).ToList();
        var units = lags.GroupBy(s => s.Unit).ToDictionary(g => g.Key, g => g.ToList());
        var lines = progress.Unit.IsWard
            ? lags.OrderByDescending(s => Lag.Of(s.Standing.Progress)!.Share).Select(s => Line(progress, s, Missing(Lag.Of(s.Standing.Progress)!, s.Standing)))
            : HeatRows.Sorted(progress, null).Where(c => units.ContainsKey(c.Unit.NameWithKind)).Select(c => UnitLine(c.Unit.NameWithKind, Sent(c), units[c.Unit.NameWithKind]));
        var count = progress.Unit.IsWard ? lags.Count : units.Count;
        return new Slide(
            texts["Behind.Title"],
            lags.Count == 0 ? texts["Behind.None"]
                : progress.Unit.IsWard ? texts["Behind.Ward", FigureText.Count(lags.Count), FigureText.Count(all.Count)]
                : texts["Behind.Lead", FigureText.Count(units.Count), FigureText.Count(progress.Children.Count)],
            [.. lines.Take(MostLines)],
            Sentences(
                count > MostLines ? texts["More", FigureText.Count(count - MostLines)].Value : null,
                count > 1 && !progress.Unit.IsWard ? texts["Behind.Order"].Value : null))
        {
            Numerals =
            [
                .. progress.Unit.IsWard ? (SlideNumeral[])[] : [Part(units.Count, progress.Children.Count, "Numeral.UnitsLagging")],
                new(FigureText.Count(lags.Count(s => s.Standing.Status is ProgressStatus.Behind or ProgressStatus.Missed)), texts[Of(progress, "Numeral.Behind")]),
                new(FigureText.Count(lags.Count(s => s.Standing.Status == ProgressStatus.AtRisk)), texts[Of(progress, "Numeral.AtRisk")]),
            ],
        };
    }

    /// <summary>One unit with all it lags on: the farthest in figures, the rest as a number.</summary>
    private SlideLine UnitLine(string unit, string sent, List<FollowedStanding> lags)
    {
        var worst = HelpOrder.FirstLags(lags.Select(l => l.Standing.Progress))[0];
        var standing = lags.First(l => l.Standing.Progress == worst.Progress).Standing;
        var rest = lags.Count > 1 ? texts["Behind.AndMore", FigureText.Count(lags.Count - 1)].Value : "";
        return new SlideLine(texts["Line", unit, DashboardWords.ShortName(worst.Progress.Indicator)], _words.FigureWithUnit(worst.Progress), Detail($"{Missing(worst, standing)}{rest}", sent), worst.Progress.Status);
    }

    private Slide Silent(UnitProgress progress)
    {
        const int most = MostLines * 3;
        var silent = progress.HasAreas
            ? SilentAreas(progress)
            : progress.Wards.Where(w => !w.HasReported).Select(w => (Line: new SlideLine(w.Ward.NameWithKind, "", _words.Standing(w.Standing)), Wards: 1)).ToList();
        var others = silent.Skip(most).Sum(s => s.Wards);
        var onTime = !progress.Stage.IsDue ? texts["Silent.NotDue", FigureText.Date(progress.DueOn)] : texts["Silent.OnTime", FigureText.Percent(progress.Reporting.OnTimePercent), FigureText.Count(progress.Reporting.OnTime), FigureText.Count(progress.Reporting.Expected), FigureText.Date(progress.DueOn)];
        return new Slide(
            texts["Silent.Title"],
            _words.Silence(progress),
            [.. silent.Take(most).Select(s => s.Line)],
            Sentences(others > 0 ? texts["Silent.More", FigureText.Count(others)].Value : null, onTime))
        {
            Numerals =
            [
                Reported(progress),
                .. progress.Stage.IsDue
                    ? (SlideNumeral[])
                    [
                        new(FigureText.Percent(progress.Reporting.OnTimePercent), texts["Numeral.OnTime", FigureText.Date(progress.DueOn)]),
                        new(FigureText.Count(progress.Reporting.Late), texts["Numeral.Late"]),
                    ]
                    : [],
            ],
        };
    }

    /// <summary>The areas with the most silent wards first, with as many of their names as there is room for.</summary>
    private List<(SlideLine Line, int Wards)> SilentAreas(UnitProgress progress)
    {
        var areas = progress.Children.Select(c => (c.Unit, Silent: c.Wards.Where(w => !w.HasReported).ToList(), c.Wards.Count)).Where(c => c.Silent.Count > 0).OrderByDescending(c => c.Silent.Count).ToList();
        var named = areas.Count <= MostLines ? 6 : areas.Count <= MostLines * 2 ? 3 : 2;
        return
        [
            .. areas.Select(area => (new SlideLine(
                area.Unit.NameWithKind,
                texts["Silent.Area", FigureText.Count(area.Silent.Count), FigureText.Count(area.Count)],
                Names([.. area.Silent.Select(w => w.Standing == ReportStanding.Returned ? texts["Silent.Returned", w.Ward.NameWithKind].Value : w.Ward.NameWithKind)], named)), area.Silent.Count)),
        ];
    }

    private string Names(List<string> wards, int most) => wards.Count <= most
        ? string.Join(", ", wards)
        : texts["Silent.AndMore", string.Join(", ", wards.Take(most)), FigureText.Count(wards.Count - most)];

    private Slide Outlook(UnitProgress progress)
    {
        var judged = Judged(progress).Where(s => s.Progress.Value is not null).ToList();
        var dated = judged.Where(s => s.Progress.Target!.Target.Deadline is not null && s.Status is not (ProgressStatus.Achieved or ProgressStatus.Missed)).ToList();
        var verdicts = dated.Select(s => s.Outlook()?.VerdictOn(s.Progress.Target!.Target)).ToList();
        var lines = judged.OrderBy(s => s.Status == ProgressStatus.Achieved).Take(MostLines)
            .Select(s => new SlideLine(DashboardWords.ShortName(s.Indicator), _words.FigureWithUnit(s.Progress), Future(s), s.Status))
            .ToList();
        var tasks = progress.Tasks();
        var listed = tasks.Take(MostLines - lines.Count).Select(Task).ToList();
        return new Slide(
            texts["Outlook.Title"],
            dated.Count == 0 ? texts["Outlook.None"]
                : texts["Outlook.Lead", string.Join(", ", Counts())],
            [.. lines, .. listed],
            Note())
        {
            Numerals =
            [
                Part(judged.Count(s => s.Status == ProgressStatus.Achieved), judged.Count, "Numeral.Achieved"),
                Part(judged.Count(s => s.Status == ProgressStatus.Missed), judged.Count, "Numeral.Missed"),
                .. listed.Count > 0 ? [new(FigureText.Count(tasks.Count), texts["Numeral.Tasks", FigureText.Period(progress.Period.Next)])] : (SlideNumeral[])[],
            ],
        };

        IEnumerable<string> Counts() =>
            from verdict in (ForecastVerdict?[])[ForecastVerdict.WillMeet, ForecastVerdict.MayMeet, ForecastVerdict.WillMiss, null]
            let count = verdicts.Count(v => v == verdict)
            where count > 0
            select texts[$"Outlook.{verdict?.ToString() ?? "Unknown"}", FigureText.Count(count)].Value;

        // On which wards the paces rest is said once, and not in every line.
        string? Note() => Sentences(
            dated.Count > 0 ? texts["Outlook.Note", FigureText.Count(Forecast.MonthsUsed)].Value : null,
            judged.Any(s => s.Pace() is { Coverage.IsComplete: false } or { Recent.Wards: not null }) ? texts["Pace.Note"].Value : null);
    }

    /// <returns><c>null</c> when there is nothing to say.</returns>
    private static string? Sentences(params string?[] sentences) => string.Join(' ', sentences.OfType<string>()) is { Length: > 0 } words ? words : null;

    private SlideLine Task(MonthlyTask task) => new(
        texts["Task", task.Progress.Unit.NameWithKind, DashboardWords.ShortName(task.Progress.Indicator)],
        _words.FigureWithUnit(task.Progress),
        Sentence(PaceTexts.Required(Brief(task.Pace), task.Progress, Language) ?? PaceTexts.Needed(task.Needed, task.Progress, Language)),
        task.Progress.Status);

    private static string Future(IndicatorStanding standing)
    {
        var required = standing.Pace() is { } pace ? PaceTexts.Required(pace.Gap == 0 ? pace : Brief(pace), standing.Progress, Language) : null;
        // Without a deadline both would begin by saying so.
        var outlook = required is not null && standing.Progress.Target!.Target.Deadline is null ? "" : PaceTexts.Outlook(standing.Progress, standing.Series, Language, withBasis: false);
        return string.Join(' ', new[] { outlook, required is null ? "" : Sentence(required) }.Where(words => words.Length > 0));
    }

    private static RequiredPace Brief(RequiredPace pace) => pace with { Coverage = null, Recent = pace.Recent is { } recent ? recent with { Wards = null } : null };

    private SlideNumeral Part(int part, int whole, string label) => new($"{FigureText.Count(part)}/{FigureText.Count(whole)}", texts[label]);

    private static string Sentence(string words) => words[..1].ToUpper(FigureText.Culture) + words[1..] + ".";

    private SlideLine Line(UnitProgress progress, FollowedStanding followed, string detail) => new(
        progress.Unit.IsWard ? DashboardWords.ShortName(followed.Standing.Indicator) : texts["Line", followed.Unit, DashboardWords.ShortName(followed.Standing.Indicator)],
        _words.FigureWithUnit(followed.Standing.Progress),
        Detail(detail, followed.Sent),
        followed.Standing.Status);

    /// <summary>Of an area, how many of its wards stand behind its figures.</summary>
    private static string Sent(ChildProgress child) => child.Unit.IsWard ? "" : ProgressTexts.CoverageInWords(new Coverage(UnitProgress.RateOf(child.Wards).Reported, child.Wards.Count), Language);

    private static string Detail(params string[] parts) => string.Join("; ", parts.Where(part => part.Length > 0));

    /// <summary>What is counted: a ward's own indicators, or all indicators of all units below.</summary>
    private static string Of(UnitProgress progress, string key) => progress.Unit.IsWard ? key : $"{key}.Below";

    private string Missing(Lag lag, IndicatorStanding standing)
    {
        var due = texts["Behind.Due", LeadTexts.Behind(lag, Language)];
        return standing.Pace() is { Gap: > 0 } pace ? $"{due}; {texts["Behind.Missing", PaceTexts.Needed(pace.Gap, standing.Progress, Language)]}" : due;
    }

    private static SlideBar Bar(UnitProgress progress, IndicatorStanding standing, decimal percentMax)
    {
        var (measure, goal) = ChildFigure.OnBar(standing.Progress);
        return new SlideBar(
            measure,
            goal,
            standing.Progress.ExpectedToDate,
            standing.IsPercent ? percentMax : LinearScale.CountMax([measure, goal]),
            progress.Thresholds.OnTrackFrom,
            progress.Thresholds.AtRiskFrom)
        {
            IsProvisional = progress.IsProvisional(standing),
        };
    }

    private static List<IndicatorStanding> Judged(UnitProgress progress) => [.. progress.Indicators.Where(i => i.HasTarget)];

    /// <summary>What is looked at one by one: of the units below, or of a ward itself, each figure with a target. A target of each ward is the unit's above.</summary>
    private static List<FollowedStanding> Followed(UnitProgress progress) => progress.Unit.IsWard
        ? [.. Judged(progress).Where(s => s.Progress.Value is not null).Select(s => new FollowedStanding(progress.Unit.NameWithKind, "", s))]
        : [.. progress.Children.SelectMany(c => c.Standings.Values.Where(s => s.HasTarget && s.Progress.Value is not null && !s.Progress.IsOfEachWard).Select(s => new FollowedStanding(c.Unit.NameWithKind, Sent(c), s)))];

    private static decimal? Surplus(FollowedStanding followed) => followed.Standing.Progress.Measure - followed.Standing.Progress.Goal;

    private sealed record FollowedStanding(string Unit, string Sent, IndicatorStanding Standing);
}
