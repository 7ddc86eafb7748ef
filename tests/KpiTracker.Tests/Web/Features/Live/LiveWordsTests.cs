using System.Globalization;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Tests.Web.Features.Live;

public sealed class LiveWordsTests
{
    private static readonly ReportingPeriod October = new(2026, 10);

    private static readonly Dictionary<char, NewsKind> Kinds = new() { ['+'] = NewsKind.Send, ['-'] = NewsKind.Return, ['='] = NewsKind.Approve, ['!'] = NewsKind.Reopen, ['>'] = NewsKind.Extend, ['<'] = NewsKind.EndExtension };

    private static readonly OrganisationTree Units = new(
        new[] { "Bưởi", "Tứ Liên", "Xuân La" }.Select((name, i) => new OrganisationUnit(new UnitKey($"0010{i}", DateOnly.MinValue), name, $"Phường {name}", "phuong", null, null)),
        []);

    [TestCase("vi", "0+", "Vừa cập nhật: Phường Bưởi nộp tháng 10/2026.")]
    [TestCase("vi", "0+ 0+", "Vừa cập nhật: Phường Bưởi nộp tháng 10/2026.")]
    [TestCase("vi", "0+ 1+ 2+", "Vừa cập nhật: Phường Bưởi và 2 phường, xã khác nộp tháng 10/2026.")]
    [TestCase("vi", "0+ 1-", "Vừa cập nhật: Phường Bưởi nộp tháng 10/2026; Phường Tứ Liên bị trả lại báo cáo tháng 10/2026.")]
    [TestCase("vi", "0= 1= 2!", "Vừa cập nhật: Phường Bưởi và 1 phường, xã khác được duyệt báo cáo tháng 10/2026; Phường Xuân La được mở lại tháng 10/2026.")]
    [TestCase("vi", "0> 1> 2<", "Vừa cập nhật: Phường Bưởi và 1 phường, xã khác được gia hạn nộp tháng 10/2026; Phường Xuân La trở lại hạn nộp chung tháng 10/2026.")]
    [TestCase("en", "0>", "Just updated: Phường Bưởi was given more time for 10/2026.")]
    [TestCase("en", "0= 1!", "Just updated: Phường Bưởi was approved for 10/2026; Phường Tứ Liên was re-opened for 10/2026.")]
    [TestCase("en", "0+ 1-", "Just updated: Phường Bưởi sent 10/2026; Phường Tứ Liên was given 10/2026 back.")]
    public void News_is_one_sentence(string language, string news, string sentence)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        using var provider = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var words = new LiveWords(provider.GetRequiredService<IStringLocalizer<LiveTexts>>(), Units);
        var items = news.Split(' ').Select(n => new ReportNews(new UnitKey($"0010{n[0]}", DateOnly.MinValue), October, Kinds[n[1]])).ToList();
        Assert.That(words.Sentence(items), Is.EqualTo(sentence));
    }
}
