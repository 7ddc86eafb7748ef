using System.Globalization;
using KpiTracker.Domain.Progress;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace KpiTracker.Tests.Web.Features.Presentation;

public sealed class DeckComposerTests
{
    private ServiceProvider _provider = null!;
    private DeckComposer _composer = null!;

    [OneTimeSetUp]
    public void Provide()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        _provider = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        _composer = new DeckComposer(_provider.GetRequiredService<IStringLocalizer<PresentationTexts>>(), _provider.GetRequiredService<IStringLocalizer<DashboardTexts>>());
    }

    [OneTimeTearDown]
    public void End() => _provider.Dispose();

    [Test]
    public void Five_slides_ask_five_questions_in_the_order_in_which_a_leader_asks_them() =>
        Assert.That(
            _composer.Compose(AUnit.WithOfficials(("Bưởi", 96), ("Tứ Liên", 60))).Slides.Select(s => s.Title),
            Is.EqualTo(new[] { "Đang ở đâu so với mục tiêu?", "Điểm sáng", "Ai đang chậm?", "Ai chưa nộp báo cáo?", "Có đạt mục tiêu không?" }));

    [Test]
    public void Who_shines_stands_highest_first_and_the_silent_are_neither_bright_nor_behind()
    {
        var slides = _composer.Compose(AUnit.WithOfficials(("Bưởi", 96), ("Tứ Liên", 60), ("Nhật Tân", null))).Slides;
        Assert.Multiple(() =>
        {
            Assert.That(slides[1].Lines.Select(l => (l.Name, l.Figure)), Is.EqualTo(new[] { ("Phường Bưởi – OFFICIALS", "96,0%"), ("Phường Tứ Liên – OFFICIALS", "60,0%") }));
            Assert.That(slides[1].Lines.Concat(slides[2].Lines).Select(l => l.Name), Has.None.Contains("Nhật Tân"));
            Assert.That(slides[3].Lines.Select(l => l.Name), Is.EqualTo(new[] { "Phường Nhật Tân" }));
            Assert.That(slides[3].Lead, Does.Contain("1/3 phường, xã chưa nộp"));
        });
    }

    // 78 % of 1.000, of which 951 are more than 95 %; the silent ward is not known.
    [Test]
    public void On_which_wards_the_paces_rest_is_said_once_beneath_the_lines()
    {
        var slide = _composer.Compose(AUnit.WithOfficials(("Bưởi", 96), ("Tứ Liên", 60), ("Nhật Tân", null))).Slides[4];
        Assert.Multiple(() =>
        {
            Assert.That(slide.Lead, Is.EqualTo("Nếu giữ tốc độ hiện nay: 1 chỉ tiêu chưa đủ số liệu để dự báo."), "what there is none of is not counted");
            Assert.That(slide.Lines[0].Detail, Is.EqualTo("Dự báo cần ít nhất 3 tháng có số liệu so được với nhau; hiện mới có 1. Cần thêm 171 người (9 người/tháng) để vượt 95% trước 31/12/2026; tốc độ gần đây chưa so được: đây là tháng đầu có số liệu."));
            Assert.That(slide.Note, Is.EqualTo("Dự báo theo xu hướng của nhiều nhất 6 tháng gần nhất có số liệu; khoảng là từ mức thấp đến mức cao. Tốc độ tính trên phường, xã có số cả hai kỳ; số còn thiếu và dự báo tính cả số tháng trước của nơi chưa nộp."));
        });
    }

    [Test]
    public void A_unit_without_any_figure_has_its_slides_too()
    {
        var slides = _composer.Compose(AUnit.WithOfficials(("Bưởi", null), ("Tứ Liên", null))).Slides;
        Assert.Multiple(() =>
        {
            Assert.That(slides, Has.Count.EqualTo(DeckComposer.Slides));
            Assert.That(slides.Select(s => s.Lead), Has.None.Empty);
            Assert.That(slides[0].Lines.Single().Status, Is.EqualTo(ProgressStatus.NoData));
        });
    }

    [Test]
    public void It_is_composed_in_every_language_and_leaves_the_reader_s_as_it_was()
    {
        var decks = _composer.InEveryLanguage(AUnit.WithOfficials(("Bưởi", 96)));
        Assert.Multiple(() =>
        {
            Assert.That(decks.Keys, Is.EqualTo(new[] { "en", "vi" }));
            Assert.That(decks["en"].Slides[1].Title, Is.EqualTo("Bright spots"));
            Assert.That(CultureInfo.CurrentUICulture.Name, Is.EqualTo("vi"));
        });
    }
}
