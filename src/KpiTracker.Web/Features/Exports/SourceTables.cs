using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Dashboard;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Exports;

/// <summary>The wards behind a figure and where theirs were read, as the indicator's page lists them.</summary>
internal sealed class SourceTables(IStringLocalizer<DashboardTexts> pages, IStringLocalizer<ExportsTexts> texts)
{
    public SummaryTable Of(IndicatorStanding indicator, IReadOnlyList<FigureSource> sources) => new(
        $"{pages["Tables.Source"]}: {DashboardWords.ShortName(indicator.Indicator)}",
        [
            new(texts["Col.Code"], SummaryColumnKind.ShortText),
            new(pages["Col.Unit"], SummaryColumnKind.Text),
            new(pages["Col.Numerator"], SummaryColumnKind.Figure),
            .. indicator.IsPercent ? [new(pages["Col.Denominator"], SummaryColumnKind.Figure), new(pages["Col.Rate"], SummaryColumnKind.Figure)] : (SummaryColumn[])[],
            new(pages["Source.File"], SummaryColumnKind.Text),
            new(pages["Source.Sheet"], SummaryColumnKind.ShortText),
            new(pages["Source.Cell"], SummaryColumnKind.ShortText),
            new(pages["Source.Revision"], SummaryColumnKind.Figure),
            new(pages["Source.Sender"], SummaryColumnKind.Text),
            new(pages["Source.Time"], SummaryColumnKind.Figure),
            FigureCells.ReviewColumn(pages),
        ],
        [.. sources.Select(source => new SummaryRow(SummaryRowKind.Plain, Cells(indicator, source)))]);

    private SummaryCell[] Cells(IndicatorStanding indicator, FigureSource source) =>
    [
        new SummaryCell.Words(source.Ward.Code),
        new SummaryCell.Words(source.Ward.NameWithKind),
        new SummaryCell.Count(source.Figure.Value?.Numerator),
        .. indicator.IsPercent
            ? [
                new SummaryCell.Count(source.Figure.Value?.Denominator),
                source.Figure is { Value: null, ReportedPercent: { } alone } ? new SummaryCell.Percentage(alone, IsReportedAlone: true) : new SummaryCell.Percentage(source.Figure.Value?.Percent),
            ]
            : (SummaryCell[])[],
        new SummaryCell.Words(source.FileName ?? ""),
        new SummaryCell.Words(source.Cell.Sheet),
        new SummaryCell.Words(source.Cell.Address.Length > 0 ? SourceSection.Cells(source) : ""),
        new SummaryCell.Count(source.Revision),
        new SummaryCell.Words(source.SubmittedByName),
        new SummaryCell.Moment(source.SubmittedAt),
        new SummaryCell.Words(pages[source.IsApproved ? "Reporting.Approved" : "Reporting.Waiting"]),
    ];
}
