using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Web.Features.Live;

/// <summary>News in one sentence: "Vừa cập nhật: Phường Bưởi nộp tháng 10/2026; Phường Tứ Liên bị trả lại tháng 09/2026."</summary>
internal sealed class LiveWords(IStringLocalizer<LiveTexts> texts, OrganisationTree units)
{
    /// <param name="news">At least one.</param>
    public string Sentence(IReadOnlyCollection<ReportNews> news) =>
        texts["Updated", string.Join("; ", news.Distinct().GroupBy(n => (n.Period, n.What)).Select(g => Part([.. g])))];

    private string Part(List<ReportNews> news)
    {
        var (kind, month) = ($"{news[0].What}", FigureText.Period(news[0].Period));
        var name = units.Find(news[0].Ward)?.NameWithKind ?? news[0].Ward.Code;
        return news.Count == 1 ? texts[kind, name, month] : texts[$"{kind}.Many", name, FigureText.Count(news.Count - 1), month];
    }
}
