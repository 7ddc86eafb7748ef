using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Dashboard;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Exports;

/// <summary>What a ward has sent so far, as its page lists it.</summary>
internal sealed class HistoryTable(IStringLocalizer<DashboardTexts> pages, IStringLocalizer<ExportsTexts> texts)
{
    public SummaryTable Of(IReadOnlyList<WardSubmission> history) => new(
        pages["History.Title"],
        [
            new(pages["Col.Month"], SummaryColumnKind.ShortText),
            new(pages["Col.Sent"], SummaryColumnKind.Figure),
            new(pages["Col.SentBy"], SummaryColumnKind.Text),
            new(pages["Col.Timeliness"], SummaryColumnKind.Text),
            new(texts["Col.Revision"], SummaryColumnKind.Figure),
            FigureCells.ReviewColumn(pages),
        ],
        [
            .. history.Select(sent => new SummaryRow(
                SummaryRowKind.Plain,
                [
                    new SummaryCell.Month(sent.Period),
                    new SummaryCell.Moment(sent.SubmittedAt),
                    new SummaryCell.Words(sent.SubmittedByName),
                    new SummaryCell.Words(sent.IsNothingToReport ? $"{Words.Timeliness(sent, history)} ({pages["Reporting.Nothing"]})" : Words.Timeliness(sent, history)),
                    new SummaryCell.Count(sent.Revision),
                    new SummaryCell.Words(Words.Review(sent, history)),
                ])),
        ]);

    private DashboardWords Words => new(pages);
}
