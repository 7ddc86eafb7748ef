using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Tests.Web.Submissions;
using KpiTracker.Web.Features.Live;
using KpiTracker.Web.Features.Review;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Features.Review;

/// <summary>More time for May 2025, whose reports are due on 06/06/2025.</summary>
internal sealed class DueExtensionTests
{
    private const string Buoi = "00109";
    private const string NhatTan = "00094";

    private SubmissionBench _bench = null!;
    private Officer _district = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync(services => services.AddReview());
        _district = _bench.Officer(AccountRole.DistrictOfficer, "003");
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase(AccountRole.DistrictOfficer, "003", Buoi, true)]
    [TestCase(AccountRole.DistrictOfficer, "003", "003", true)]
    [TestCase(AccountRole.Administrator, "01", "003", true)]
    [TestCase(AccountRole.DistrictOfficer, "003", "01", false)]
    [TestCase(AccountRole.DistrictOfficer, "001", Buoi, false)]
    [TestCase(AccountRole.Leader, "003", Buoi, false)]
    [TestCase(AccountRole.WardOfficer, Buoi, Buoi, false)]
    public async Task Only_those_above_the_ward_give_more_time(AccountRole role, string own, string unit, bool may) =>
        Assert.That(await GiveAsync(unit, "2025-06-11", officer: _bench.Officer(role, own)), Is.EqualTo(may ? ExtensionOutcome.Given : ExtensionOutcome.NotYours));

    [TestCase("2025-06-05", ExtensionOutcome.InvalidDay, Description = "earlier than the calendar's")]
    [TestCase("2025-06-07", ExtensionOutcome.Given)]
    [TestCase("7/6/2025", ExtensionOutcome.Given)]
    [TestCase("2025-08-05", ExtensionOutcome.Given, Description = "sixty days")]
    [TestCase("2025-08-06", ExtensionOutcome.InvalidDay)]
    [TestCase("ngày mai", ExtensionOutcome.InvalidDay)]
    [TestCase(null, ExtensionOutcome.InvalidDay)]
    [TestCase("2025-06-06", ExtensionOutcome.Unchanged, Description = "the calendar's own")]
    public async Task A_day_is_taken_within_sixty_days_of_the_due_date(string? day, ExtensionOutcome expected) =>
        Assert.That(await GiveAsync(Buoi, day), Is.EqualTo(expected));

    [Test]
    public async Task Open_pages_of_every_ward_concerned_hear_of_it()
    {
        using var reading = _bench.Of<ReportNewsBoard>().Read();

        await GiveAsync("003", "2025-06-11");
        var given = reading.Take();
        await GiveAsync("003", "2025-06-11");
        var unchanged = reading.Take();
        await GiveAsync("003", "2025-06-06");

        Assert.That(given.Select(n => n.Ward), Is.EqualTo(_bench.Registers.Units.WardsOf(_bench.Unit("003").Key, SubmissionBench.May).Select(w => w.Key)));
        Assert.That(given, Has.All.Property(nameof(ReportNews.What)).EqualTo(NewsKind.Extend));
        Assert.That(unchanged, Is.Empty);
        Assert.That(reading.Take(), Is.Not.Empty.And.All.Property(nameof(ReportNews.What)).EqualTo(NewsKind.EndExtension));
    }

    [Test]
    public async Task It_needs_a_reason_is_recorded_once_and_can_be_taken_back()
    {
        var outcomes = new[] { await GiveAsync("003", "2025-06-11", " "), await GiveAsync("003", "2025-06-11"), await GiveAsync("003", "2025-06-11"), await GiveAsync("003", "2025-06-06") };

        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        Assert.Multiple(async () =>
        {
            Assert.That(outcomes, Is.EqualTo(new[] { ExtensionOutcome.ReasonMissing, ExtensionOutcome.Given, ExtensionOutcome.Unchanged, ExtensionOutcome.TakenBack }));
            Assert.That(await db.DueExtensions.CountAsync(), Is.EqualTo(2), "nothing is removed");
            Assert.That(await db.AuditEntries.CountAsync(e => e.Action == AuditAction.DueDateExtended), Is.EqualTo(2));
            Assert.That(await _bench.Of<DueExtensions>().OfAsync(_bench.Unit(Buoi).Key, SubmissionBench.May, default), Is.Empty);
        });
    }

    [Test]
    public async Task Late_is_judged_by_the_extension_from_the_moment_it_is_given()
    {
        _bench.Clock.Now = _bench.Clock.Now.AddDays(5);
        await SendAsync(Buoi);
        await SendAsync(NhatTan);
        var before = await StateAsync(Buoi);

        await GiveAsync(Buoi, "2025-06-10");

        var home = await HomeAsync(Buoi);
        Assert.Multiple(async () =>
        {
            Assert.That(before, Is.EqualTo(WardMonthState.Late));
            Assert.That(home.State, Is.EqualTo(WardMonthState.OnTime));
            Assert.That((home.Due.On, home.Due.Extension?.Reason), Is.EqualTo((new DateOnly(2025, 6, 10), "Mưa bão")));
            Assert.That(await StateAsync(NhatTan), Is.EqualTo(WardMonthState.Late));
        });
    }

    private async Task<ExtensionOutcome> GiveAsync(string unit, string? day, string reason = "Mưa bão", Officer? officer = null) =>
        await _bench.Of<DueExtensions>().GiveAsync(_bench.Unit(unit).Key, SubmissionBench.May, day, reason, officer ?? _district, default);

    private async Task SendAsync(string ward) => await _bench.KeepAsync(_district, ward, _bench.Figure(ward, "OFFICIALS", 90, 119));

    private async Task<WardMonthState> StateAsync(string ward) => (await HomeAsync(ward)).State;

    private async Task<WardMonth> HomeAsync(string ward) =>
        (await _bench.Of<WardHomeQuery>().OfDistrictAsync(_bench.Unit(ward).Key, SubmissionBench.May, _district, default)).Single().Month;
}
