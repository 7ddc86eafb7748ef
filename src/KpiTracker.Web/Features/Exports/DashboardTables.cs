using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Dashboard;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Exports;

/// <summary>The tables of a unit's pages out of the very figures that the pages show, without any format.</summary>
internal sealed class DashboardTables(UnitProgress progress, IStringLocalizer<DashboardTexts> pages, IStringLocalizer<ExportsTexts> texts)
{
    private readonly FigureCells _cells = new(pages);

    /// <param name="indicator">Of the tables of one indicator; one of those of <see cref="UnitProgress.Indicators"/>.</param>
    public SummaryTable Of(DashboardTable table, IndicatorStanding? indicator) => table switch
    {
        DashboardTable.Standing => Standing(),
        DashboardTable.Heat => Heat(),
        DashboardTable.Ranking => Ranking(indicator!),
        DashboardTable.Series => Series(indicator!),
        DashboardTable.Months => Months(indicator!),
        DashboardTable.Followed => Followed(),
        DashboardTable.Tasks => Tasks(),
        _ => Reporting(),
    };

    private SummaryTable Standing() => new(
        texts["Title.Standing"],
        [
            Text("Col.Indicator", SummaryColumnKind.Name),
            Figure("Col.Numerator"),
            Figure("Col.Denominator"),
            Figure("Col.Value"),
            Figure("Col.Target"),
            Figure("Col.Expected"),
            Figure("Col.StillNeeded"),
            Figure("Col.MonthsLeft"),
            Figure("Col.PerMonth"),
            Figure("Col.RecentPace"),
            Figure("Col.Forecast"),
            new(texts["Col.Change"], SummaryColumnKind.Figure),
            Figure("Col.Reported"),
            Figure("Col.Expected.Reports"),
            Text("Col.Coverage", SummaryColumnKind.Text),
            Text("Col.Status", SummaryColumnKind.Text),
            FigureCells.ReviewColumn(pages),
        ],
        [.. progress.Indicators.Select(s => Plain(
            new SummaryCell.Words(DashboardWords.ShortName(s.Indicator)),
            new SummaryCell.Count(s.Progress.Value?.Numerator),
            new SummaryCell.Count(s.Progress.Value?.Denominator),
            _cells.Figure(s.Progress),
            FigureCells.Goal(s.Progress),
            FigureCells.Measure(s.Indicator, s.Progress.ExpectedToDate),
            new SummaryCell.Count(s.Pace()?.Gap),
            new SummaryCell.Count(s.Pace()?.MonthsLeft),
            new SummaryCell.Count(s.Shown()?.PerMonth),
            new SummaryCell.Count(s.Shown()?.Recent),
            new SummaryCell.Words(s.Outlook() is { } forecast ? PaceTexts.ForecastRange(forecast, s.Indicator, s.Progress.Target!.Target, CultureInfo.CurrentUICulture) : ""),
            _cells.Change(s.Progress),
            new SummaryCell.Count(s.Progress.Coverage.Reported),
            new SummaryCell.Count(s.Progress.Coverage.Expected),
            _cells.Basis(s, progress.Wards),
            _cells.Status(s),
            FigureCells.Review(progress.Wards)))]);

    // In the order of the page.
    private SummaryTable Heat() => Heat(HeatRows.Places(progress));

    private SummaryTable Heat(IReadOnlyDictionary<UnitKey, int> places) => new(
        texts["Title.Heat"],
        [new(texts["Col.Code"], SummaryColumnKind.ShortText), Text("Col.Unit", SummaryColumnKind.Text), .. SentColumns, .. progress.Indicators.Select(i => new SummaryColumn(DashboardWords.ShortName(i.Indicator), SummaryColumnKind.Figure)), new(texts["Col.HelpOrder"], SummaryColumnKind.Figure), FigureCells.ReviewColumn(pages)],
        [
            .. HeatRows.Sorted(progress, null).Select(c => Plain([.. Unit(c.Unit), .. Sent(c.Wards), .. progress.Indicators.Select(i => _cells.Figure(ChildFigure.Of(c, i.Indicator.Code))), new SummaryCell.Count(places.TryGetValue(c.Unit.Key, out var place) ? place : null), FigureCells.Review(c.Wards)])),
            new SummaryRow(SummaryRowKind.Total, [.. Unit(progress.Unit), .. Sent(progress.Wards), .. progress.Indicators.Select(i => _cells.Figure(i.Progress)), new SummaryCell.Count(null), FigureCells.Review(progress.Wards)]),
        ]);

    private SummaryTable Ranking(IndicatorStanding indicator)
    {
        var ranking = ChildRanking.Of(progress, indicator.Indicator);
        return new SummaryTable(
            texts["Title.Ranking", DashboardWords.ShortName(indicator.Indicator)],
            [
                Text("Col.Rank", SummaryColumnKind.Ordinal),
                new(texts["Col.Code"], SummaryColumnKind.ShortText),
                Text("Col.Unit", SummaryColumnKind.Text),
                Figure("Col.Numerator"),
                Figure("Col.Denominator"),
                Figure("Col.Value"),
                Figure("Col.Target"),
                new(texts["Col.People"], SummaryColumnKind.Figure),
                .. SentColumns,
                .. BasisColumn,
                Text("Col.Status", SummaryColumnKind.ShortText),
                FigureCells.ReviewColumn(pages),
            ],
            [
                .. ranking.Ranked.Select(place => Ranked(place.Rank, place.Item)),
                .. ranking.Untargeted.Concat(ranking.Silent).Select(figure => Ranked(null, figure)),
            ]);
    }

    private SummaryRow Ranked(int? rank, ChildFigure figure) => Plain(
        [
            new SummaryCell.Count(rank),
            .. Unit(figure.Unit),
            new SummaryCell.Count(figure.Standing?.Progress.Value?.Numerator),
            new SummaryCell.Count(figure.Standing?.Progress.Value?.Denominator),
            _cells.Figure(figure),
            figure.Standing is { } standing ? FigureCells.Goal(standing.Progress) : new SummaryCell.Goal(null, ""),
            new SummaryCell.Count(figure.PeopleNeeded),
            .. Sent(figure.Child.Wards),
            .. Basis(figure.Standing, figure.Child.Wards),
            FigureCells.Status(figure.Status),
            FigureCells.Review(figure.Child.Wards),
        ]);

    private SummaryTable Series(IndicatorStanding indicator) => new(
        texts["Title.Series", DashboardWords.ShortName(indicator.Indicator)],
        [
            Text("Col.Month", SummaryColumnKind.ShortText),
            Figure("Col.Numerator"),
            .. indicator.IsPercent ? [Figure("Col.Denominator"), Figure("Col.Rate")] : (SummaryColumn[])[],
            new(texts["Col.WithFigure"], SummaryColumnKind.Figure),
            Figure("Col.Expected.Reports"),
            FigureCells.ReviewColumn(pages),
        ],
        [
            .. indicator.Series.Points.Select(p => Plain(
                [
                    new SummaryCell.Month(p.Period),
                    new SummaryCell.Count(p.Value?.Numerator),
                    .. indicator.IsPercent ? [new SummaryCell.Count(p.Value?.Denominator), new SummaryCell.Percentage(p.Value?.Percent)] : (SummaryCell[])[],
                    new SummaryCell.Count(p.Coverage.Reported),
                    new SummaryCell.Count(p.Coverage.Expected),
                    new SummaryCell.Words(new DashboardWords(pages).Review(p, progress.Unapproved)),
                ])),
        ]);

    private SummaryTable Months(IndicatorStanding indicator)
    {
        var figures = progress.Children.Select(c => c.Find(indicator.Indicator.Code)).OfType<IndicatorStanding>().ToList();
        var months = indicator.Series.Points.Select(p => p.Period).ToList();
        return new SummaryTable(
            pages["Multiples.Caption", DashboardWords.ShortName(indicator.Indicator)],
            [new(texts["Col.Code"], SummaryColumnKind.ShortText), Text("Col.Unit", SummaryColumnKind.Text), .. months.Select(m => new SummaryColumn(DashboardWords.Period(m), SummaryColumnKind.Figure))],
            [
                .. figures.SelectMany(f => WithWards(
                    [.. months.Select(f.Series.At)],
                    Unit(f.Progress.Unit),
                    [new SummaryCell.Words(f.Progress.Unit.Code), new SummaryCell.Words(pages["Followed.Wards", f.Progress.Unit.NameWithKind])])),
                Plain([new SummaryCell.Words(""), new SummaryCell.Words(pages["Col.Review"]), .. indicator.Series.Points.Select(p => new SummaryCell.Words(new DashboardWords(pages).Review(p, progress.Unapproved)))]),
            ]);
    }

    private SummaryTable Followed()
    {
        var figures = progress.Indicators.Where(i => !i.HasTarget).ToList();
        List<SeriesPoint> months = [.. figures.SelectMany(f => f.Series.Points).GroupBy(p => p.Period).OrderBy(m => m.Key).Select(m => m.FirstOrDefault(p => p.Value is not null, m.First()))];
        return new SummaryTable(
            pages["Followed.Caption"],
            [Text("Col.Indicator", SummaryColumnKind.Name), .. months.Select(m => new SummaryColumn(DashboardWords.Period(m.Period), SummaryColumnKind.Figure))],
            [
                .. figures.SelectMany(f => WithWards(
                    [.. months.Select(m => f.Series.At(m.Period))],
                    [new SummaryCell.Words(DashboardWords.NameWithUnit(f.Indicator))],
                    [new SummaryCell.Words(pages["Followed.Wards", DashboardWords.NameWithUnit(f.Indicator)])])),
                Plain([new SummaryCell.Words(pages["Col.Review"]), .. months.Select(m => new SummaryCell.Words(new DashboardWords(pages).Review(m, progress.Unapproved)))]),
            ]);
    }

    /// <summary>The figures of months, and below them how many wards stand behind each where somewhere one is missing: a sum of some wards is read as a fall where nothing tells of how many.</summary>
    private static IEnumerable<SummaryRow> WithWards(List<SeriesPoint?> months, SummaryCell[] name, SummaryCell[] nameOfWards)
    {
        yield return Plain([.. name, .. months.Select(p => FigureCells.Value(p?.Value))]);
        if (months.Any(p => p?.IsProvisional == true))
        {
            yield return Plain([.. nameOfWards, .. months.Select(p => new SummaryCell.Count(p?.Coverage.Reported))]);
        }
    }

    private SummaryTable Tasks() => new(
        pages["Tasks.Title", DashboardWords.Period(progress.Period.Next)],
        [
            Text("Col.Order", SummaryColumnKind.Ordinal),
            new(texts["Col.Code"], SummaryColumnKind.ShortText),
            Text("Col.Unit", SummaryColumnKind.Text),
            Text("Col.Indicator", SummaryColumnKind.Name),
            Figure("Col.StillNeeded"),
            new(pages["Col.ThisMonth", DashboardWords.Period(progress.Period.Next)], SummaryColumnKind.Figure),
            Figure("Col.RecentPace"),
            .. SentColumns,
            .. BasisColumn,
            Text("Col.Status", SummaryColumnKind.ShortText),
            FigureCells.ReviewColumn(pages),
        ],
        [
            .. progress.Tasks().Select((task, i) => Plain(
                [
                    new SummaryCell.Count(i + 1),
                    .. Unit(task.Progress.Unit),
                    new SummaryCell.Words(DashboardWords.ShortName(task.Progress.Indicator)),
                    new SummaryCell.Count(task.Needed),
                    ShownPace.Of(task).PerMonth is { } asked ? new SummaryCell.Count(asked) : new SummaryCell.Words(pages[task.IsOverdue ? "Tasks.Overdue" : "Tasks.Undated"]),
                    new SummaryCell.Count(ShownPace.Of(task).Recent),
                    .. Sent(UnitOf(task).Wards),
                    .. Basis(UnitOf(task).Find(task.Progress.Indicator.Code), UnitOf(task).Wards),
                    FigureCells.Status(task.Progress.Status),
                    FigureCells.Review(UnitOf(task).Wards),
                ])),
        ]);

    private SummaryTable Reporting()
    {
        var words = new DashboardWords(pages);
        var areas = progress.Children.Where(c => !c.Unit.IsWard).SelectMany(c => c.Wards.Select(w => (w.Ward.Key, c.Unit.NameWithKind))).ToDictionary();
        return new SummaryTable(
            texts["Title.Reporting"],
            [
                new(texts["Col.Code"], SummaryColumnKind.ShortText),
                Text("Col.Unit", SummaryColumnKind.Text),
                .. areas.Count > 0 ? [new(texts["Col.Area"], SummaryColumnKind.Text)] : (SummaryColumn[])[],
                Text("Col.Timeliness", SummaryColumnKind.ShortText),
                new(pages["Col.FirstSent"], SummaryColumnKind.Figure),
                new(texts["Col.Revision"], SummaryColumnKind.Figure),
                FigureCells.ReviewColumn(pages),
            ],
            [
                .. progress.Wards.Select(w => Plain(
                    [
                        .. Unit(w.Ward),
                        .. areas.Count > 0 ? [new SummaryCell.Words(areas.GetValueOrDefault(w.Ward.Key, ""))] : (SummaryCell[])[],
                        new SummaryCell.Words(w.IsNothingToReport ? $"{words.Standing(w.Standing)} ({pages["Reporting.Nothing"]})" : words.Standing(w.Standing)),
                        new SummaryCell.Moment(w.FirstSentAt),
                        new SummaryCell.Count(w.SubmissionId is null ? null : w.Revision),
                        FigureCells.Review([w]),
                    ])),
            ]);
    }

    private SummaryColumn Text(string key, SummaryColumnKind kind) => new(pages[key], kind);

    private SummaryColumn Figure(string key) => new(pages[key], SummaryColumnKind.Figure);

    private ChildProgress UnitOf(MonthlyTask task) => progress.Children.First(c => c.Unit.Key == task.Progress.Unit.Key);

    /// <summary>Of areas, how many of their wards stand behind the figures; of wards nothing: their rows say it.</summary>
    private SummaryColumn[] SentColumns => progress.HasAreas ? [Figure("Col.Reported"), Figure("Col.Expected.Reports")] : [];

    /// <summary>What an area lacks counts its silent wards by their figure of the month before; of a ward there is nothing to add.</summary>
    private SummaryColumn[] BasisColumn => progress.HasAreas ? [Text("Col.Coverage", SummaryColumnKind.Text)] : [];

    private SummaryCell[] Basis(IndicatorStanding? standing, IReadOnlyList<WardReporting> wards) =>
        !progress.HasAreas ? [] : [standing is null ? new SummaryCell.Words("") : _cells.Basis(standing, wards)];

    private SummaryCell[] Sent(IReadOnlyCollection<WardReporting> wards) => progress.HasAreas ? [new SummaryCell.Count(UnitProgress.RateOf(wards).Reported), new SummaryCell.Count(wards.Count)] : [];

    private static SummaryRow Plain(params SummaryCell[] cells) => new(SummaryRowKind.Plain, cells);

    private static SummaryCell[] Unit(OrganisationUnit unit) => [new SummaryCell.Words(unit.Code), new SummaryCell.Words(unit.NameWithKind)];
}
