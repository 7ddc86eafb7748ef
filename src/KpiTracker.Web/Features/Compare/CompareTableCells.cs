using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Exports;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Compare;

/// <summary>A comparison as a table that can be taken along: a row for each indicator and side.</summary>
internal sealed class CompareTableCells(IStringLocalizer<CompareTexts> texts, IStringLocalizer<DashboardTexts> pages)
{
    private readonly FigureCells _cells = new(pages);

    public string Sheet => texts["Sheet"];

    public string Scope(Comparison comparison) => texts["Scope", string.Join("; ", comparison.Sides.Select(s => s.Unit.NameWithKind).Distinct()), string.Join(", ", comparison.Sides.Select(s => FigureText.Period(s.Period)).Distinct())];

    public SummaryTable Of(Comparison comparison) => new(
        texts["Table.Caption"],
        [
            new(pages["Col.Indicator"], SummaryColumnKind.Text),
            new(texts["Col.Unit"], SummaryColumnKind.Text),
            new(texts["Col.Month"], SummaryColumnKind.ShortText),
            new(pages["Col.Numerator"], SummaryColumnKind.Figure),
            new(pages["Col.Denominator"], SummaryColumnKind.Figure),
            new(pages["Col.Value"], SummaryColumnKind.Figure),
            new(pages["Col.Target"], SummaryColumnKind.Figure),
            new(texts["Col.Missing"], SummaryColumnKind.Figure),
            new(pages["Col.Status"], SummaryColumnKind.Text),
            new(pages["Col.Coverage"], SummaryColumnKind.Text),
            FigureCells.ReviewColumn(pages),
        ],
        [.. from indicator in comparison.Indicators from side in comparison.Sides select Row(indicator.Code, DashboardWords.ShortName(indicator), side)]);

    private SummaryRow Row(string code, string indicator, UnitProgress side)
    {
        var standing = side.Find(code);
        var progress = standing?.Progress;
        return new SummaryRow(
            SummaryRowKind.Plain,
            [
                new SummaryCell.Words(indicator),
                new SummaryCell.Words(side.Unit.NameWithKind),
                new SummaryCell.Month(side.Period),
                new SummaryCell.Count(progress?.Value?.Numerator),
                new SummaryCell.Count(progress?.Value?.Denominator),
                progress is null ? new SummaryCell.Count(null) : _cells.Figure(progress),
                progress is null ? new SummaryCell.Goal(null, "") : FigureCells.Goal(progress),
                new SummaryCell.Count(standing?.Pace()?.Gap),
                standing is null ? new SummaryCell.Words("") : _cells.Status(standing),
                new SummaryCell.Words(standing is null ? "" : new DashboardWords(pages).CoverageWithBasis(standing, side.Reporting, side.Approval)),
                FigureCells.Review(side.Wards),
            ]);
    }
}
