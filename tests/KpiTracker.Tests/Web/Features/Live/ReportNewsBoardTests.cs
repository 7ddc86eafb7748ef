using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Live;

namespace KpiTracker.Tests.Web.Features.Live;

public sealed class ReportNewsBoardTests
{
    private static readonly ReportingPeriod May = new(2025, 5);
    private static readonly UnitKey Buoi = new("00109", DateOnly.MinValue);
    private static readonly UnitKey TuLien = new("00097", DateOnly.MinValue);

    private readonly ReportNewsBoard _board = new();

    [Test]
    public async Task Everyone_who_reads_hears_what_is_posted_in_its_order()
    {
        using var one = _board.Read();
        using var other = _board.Read();
        _board.Sent(May, Buoi, TuLien);
        _board.Post(NewsKind.Return, May, Buoi);
        foreach (var reading in new[] { one, other })
        {
            Assert.That(await reading.WaitAsync(), Is.True);
            Assert.That(reading.Take(), Is.EqualTo(new[] { new ReportNews(Buoi, May, NewsKind.Send), new ReportNews(TuLien, May, NewsKind.Send), new ReportNews(Buoi, May, NewsKind.Return) }));
        }
    }

    [Test]
    public void What_was_posted_before_is_not_heard_and_what_was_taken_is_not_heard_again()
    {
        _board.Sent(May, Buoi);
        using var reading = _board.Read();
        _board.Sent(May, TuLien);
        Assert.Multiple(() =>
        {
            Assert.That(reading.Take().Select(n => n.Ward), Is.EqualTo(new[] { TuLien }));
            Assert.That(reading.Take(), Is.Empty);
        });
    }

    [Test]
    public async Task A_page_that_has_gone_is_remembered_no_longer_and_ends_its_waiting()
    {
        var reading = _board.Read();
        var waiting = reading.WaitAsync();
        reading.Dispose();
        _board.Sent(May, Buoi);
        Assert.Multiple(async () =>
        {
            Assert.That(_board.Readers, Is.Zero);
            Assert.That(await waiting, Is.False);
            Assert.That(reading.Take(), Is.Empty);
        });
    }

    [Test]
    public void A_flood_holds_up_nobody_and_leaves_the_latest()
    {
        using var reading = _board.Read();
        foreach (var _ in Enumerable.Range(0, 5000))
        {
            _board.Sent(May, Buoi);
        }

        _board.Sent(May, TuLien);
        var kept = reading.Take();
        Assert.That((kept.Count, kept[^1].Ward), Is.EqualTo((1000, TuLien)));
    }
}
