using System.Globalization;
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
            new(texts["Col.Change"], SummaryColumnKind.Figure),
            Figure("Col.Reported"),
            Figure("Col.Expected.Reports"),
            Text("Col.Status", SummaryColumnKind.ShortText),
        ],
        [.. progress.Indicators.Select(s => Plain(
            new SummaryCell.Words(DashboardWords.ShortName(s.Indicator)),
            new SummaryCell.Count(s.Progress.Value?.Numerator),
            new SummaryCell.Count(s.Progress.Value?.Denominator),
            _cells.Figure(s.Progress),
            FigureCells.Goal(s.Progress),
            FigureCells.Measure(s.Indicator, s.Progress.ExpectedToDate),
            _cells.Change(s.Progress),
            new SummaryCell.Count(s.Progress.Coverage.Reported),
            new SummaryCell.Count(s.Progress.Coverage.Expected),
            FigureCells.Status(s.Status)))]);

    private SummaryTable Heat() => new(
        texts["Title.Heat"],
        [new(texts["Col.Code"], SummaryColumnKind.ShortText), Text("Col.Unit", SummaryColumnKind.Text), .. progress.Indicators.Select(i => new SummaryColumn(DashboardWords.ShortName(i.Indicator), SummaryColumnKind.Figure))],
        [
            .. progress.Children.Select(c => Plain([.. Unit(c.Unit), .. progress.Indicators.Select(i => _cells.Figure(ChildFigure.Of(c, i.Indicator.Code)))])),
            new SummaryRow(SummaryRowKind.Total, [.. Unit(progress.Unit), .. progress.Indicators.Select(i => _cells.Figure(i.Progress))]),
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
                Text("Col.Status", SummaryColumnKind.ShortText),
            ],
            [
                .. ranking.Ranked.Select(place => Ranked(place.Rank, place.Item)),
                .. ranking.Silent.Select(figure => Ranked(null, figure)),
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
            new SummaryCell.Count(figure.Standing?.Pace()?.Gap),
            FigureCells.Status(figure.Status),
        ]);

    private SummaryTable Series(IndicatorStanding indicator) => new(
        texts["Title.Series", DashboardWords.ShortName(indicator.Indicator)],
        [
            Text("Col.Month", SummaryColumnKind.ShortText),
            Figure("Col.Numerator"),
            .. indicator.IsPercent ? [Figure("Col.Denominator"), Figure("Col.Rate")] : (SummaryColumn[])[],
            new(texts["Col.WithFigure"], SummaryColumnKind.Figure),
            Figure("Col.Expected.Reports"),
        ],
        [
            .. indicator.Series.Points.Select(p => Plain(
                [
                    new SummaryCell.Month(p.Period),
                    new SummaryCell.Count(p.Value?.Numerator),
                    .. indicator.IsPercent ? [new SummaryCell.Count(p.Value?.Denominator), new SummaryCell.Percentage(p.Value?.Percent)] : (SummaryCell[])[],
                    new SummaryCell.Count(p.Coverage.Reported),
                    new SummaryCell.Count(p.Coverage.Expected),
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
            ],
            [
                .. progress.Wards.Select(w => Plain(
                    [
                        .. Unit(w.Ward),
                        .. areas.Count > 0 ? [new SummaryCell.Words(areas.GetValueOrDefault(w.Ward.Key, ""))] : (SummaryCell[])[],
                        new SummaryCell.Words(w.IsNothingToReport ? $"{words.Standing(w.Standing)} ({pages["Reporting.Nothing"]})" : words.Standing(w.Standing)),
                        new SummaryCell.Moment(w.FirstSentAt),
                        new SummaryCell.Count(w.SubmissionId is null ? null : w.Revision),
                    ])),
            ]);
    }

    private SummaryColumn Text(string key, SummaryColumnKind kind) => new(pages[key], kind);

    private SummaryColumn Figure(string key) => new(pages[key], SummaryColumnKind.Figure);

    private static SummaryRow Plain(params SummaryCell[] cells) => new(SummaryRowKind.Plain, cells);

    private static SummaryCell[] Unit(OrganisationUnit unit) => [new SummaryCell.Words(unit.Code), new SummaryCell.Words(unit.NameWithKind)];
}
