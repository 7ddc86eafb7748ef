using KpiTracker.Data.Accounts;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>What the record gives a report to be held against.</summary>
internal sealed class ReportReferenceTests
{
    private SubmissionBench _bench = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        var reports = new StoredReports(db, _bench.Registers);
        foreach (var (ward, month) in new[] { ("00109", "2025-05"), ("00094", "2025-05"), ("00001", "2025-05"), ("00109", "2025-04"), ("00094", "2025-04"), ("00109", "2024-12"), ("00094", "2024-12"), ("00109", "2024-04") })
        {
            await reports.AddAsync(ward, month, "2025-05-20", ("ADULTS", 4000, 9000));
        }
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task A_ward_is_held_against_its_own_year_and_its_neighbours_last_months()
    {
        var reference = await ReferenceAsync("00109");

        Assert.Multiple(() =>
        {
            Assert.That(reference.Previous.Select(Place), Is.EqualTo(new[] { "00109 2025-04", "00109 2024-12" }), "twelve months, newest first");
            Assert.That(reference.OnRecord.Select(Place), Is.EqualTo(new[] { "00109 2025-05" }));
            Assert.That(reference.Peers.Select(Place), Is.EqualTo(new[] { "00094 2025-05", "00094 2025-04" }), "not itself, not another district's ward");
        });
    }

    [Test]
    public async Task A_district_s_wards_are_each_other_s_neighbours()
    {
        var reference = await ReferenceAsync("003");

        Assert.Multiple(() =>
        {
            Assert.That(reference.OnRecord.Select(Place), Is.EquivalentTo(new[] { "00109 2025-05", "00094 2025-05" }));
            Assert.That(reference.Previous.Select(Place), Has.Exactly(4).Items.And.Some.EqualTo("00094 2024-12"));
            Assert.That(reference.Peers, Is.Empty);
        });
    }

    [Test]
    public async Task A_returned_report_is_not_on_record()
    {
        await using (var db = await _bench.Database.Factory.CreateDbContextAsync())
        {
            var submission = await db.Submissions.SingleAsync(s => s.UnitId == _bench.Registers.IdOf(_bench.Unit("00109").Key) && s.Period == SubmissionBench.May);
            await _bench.Of<SubmissionReturn>().ReturnAsync(submission.Id, "Rà soát lại", _bench.Officer(AccountRole.DistrictOfficer, "003"), default);
        }

        Assert.That((await ReferenceAsync("00109")).OnRecord, Is.Empty);
    }

    [Test]
    public async Task A_new_ward_has_no_past()
    {
        var reference = await _bench.Of<ReportReading>().ReferenceAsync(_bench.Registers, _bench.Unit("00103", new(2025, 7)), new(2025, 7), default);

        Assert.That(reference.Previous.Concat(reference.OnRecord).Concat(reference.Peers), Is.Empty);
    }

    private Task<ReferenceData> ReferenceAsync(string unit) =>
        _bench.Of<ReportReading>().ReferenceAsync(_bench.Registers, _bench.Unit(unit), SubmissionBench.May, default);

    private static string Place(Observation observation) => $"{observation.Unit.Code} {observation.Period}";
}
