using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;
using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Exports;

/// <summary>The files of the dashboard's tables; what may be seen is asked of the same query that the pages ask.</summary>
internal static class TableEndpoints
{
    public static void MapTables(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/units/{code}/tables/{table}/{format}", DownloadAsync).RequireAuthorization(Policies.SeeProgress).RequireRateLimiting(RateLimits.Export).AddEndpointFilter<FileRecord>();

    private static async Task<IResult> DownloadAsync(
        string code,
        string table,
        string format,
        string? period,
        string? indicator,
        DashboardQuery dashboard,
        UnapprovedMonths reviews,
        FigureSources sources,
        IStringLocalizer<DashboardTexts> pages,
        IStringLocalizer<ExportsTexts> texts,
        CancellationToken cancellationToken)
    {
        if (!TryParse(table, out DashboardTable asked) || !TryParse(format, out TableFormat wanted))
        {
            return Results.NotFound();
        }

        var answer = await dashboard.AskAsync(code, period, cancellationToken: cancellationToken);
        if (answer is not DashboardAnswer.Found { Progress: var progress, History: var history })
        {
            return answer is DashboardAnswer.NotYours ? Results.StatusCode(StatusCodes.Status403Forbidden) : Results.NotFound();
        }

        var standing = indicator is null ? null : progress.Find(indicator);
        if ((asked.IsOfOneIndicator && standing is null) || (asked == DashboardTable.History && !progress.Unit.IsWard))
        {
            return Results.NotFound();
        }

        var content = asked switch
        {
            DashboardTable.Sources => new SourceTables(pages, texts).Of(standing!, await sources.ReadAsync(progress, standing!.Indicator.Code, cancellationToken)),
            DashboardTable.History => new HistoryTable(pages, texts).Of(history),
            _ => new DashboardTables(await reviews.AddAsync(progress, cancellationToken: cancellationToken), pages, texts).Of(asked, standing),
        };
        return TableFile.Of(content, wanted, texts["Sheet"], [Scope(progress, texts)], SummaryFileName.Of(Name(asked, standing) + Provisional(asked, progress), progress.Unit, progress.Period, wanted.ToString().ToLowerInvariant()));
    }

    private static string Scope(UnitProgress progress, IStringLocalizer<ExportsTexts> texts) => texts[
        progress.Stage == MonthStage.Running ? "Scope.Running" : "Scope",
        progress.Unit.NameWithKind,
        FigureText.Period(progress.Period),
        FigureText.Date(progress.FiguresUntil),
        FigureText.Count(progress.Reporting.Reported),
        FigureText.Count(progress.Reporting.Expected),
        ProgressTexts.ApprovalInWords(progress.Approval, CultureInfo.CurrentUICulture)];

    /// <summary>The other tables say it row by row; of months across, the file's name does.</summary>
    private static string Provisional(DashboardTable table, UnitProgress progress) =>
        table is DashboardTable.Series or DashboardTable.Months or DashboardTable.Followed && !progress.Approval.IsFinal ? "-tam-tinh" : "";

    private static string Name(DashboardTable table, IndicatorStanding? standing)
    {
        var name = table switch
        {
            DashboardTable.Standing => "tien-do",
            DashboardTable.Heat => "cac-don-vi",
            DashboardTable.Ranking => "xep-hang",
            DashboardTable.Series => "dien-bien",
            DashboardTable.Months => "cac-don-vi-theo-thang",
            DashboardTable.Followed => "chi-tieu-theo-doi-theo-thang",
            DashboardTable.Tasks => "viec-can-lam",
            DashboardTable.Sources => "nguon-so-lieu",
            DashboardTable.History => "cac-lan-nop",
            _ => "tinh-hinh-nop",
        };
        return table.IsOfOneIndicator ? $"{name}-{standing!.Indicator.Code.ToLowerInvariant().Replace('_', '-')}" : name;
    }

    // A number is no name, though an enum would take it for one.
    internal static bool TryParse<T>(string text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out value);
    }
}
