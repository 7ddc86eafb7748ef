using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Web.Submissions;
using KpiTracker.Web.Features.Review;
using KpiTracker.Web.Features.SampleData;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.SampleData;

/// <summary>A real report of Phường Bưởi, decided on by a sample account that is then removed with the sample data.</summary>
internal sealed class SampleDecisionTests
{
    private const string Buoi = "00109";

    private SubmissionBench _bench = null!;
    private Officer _real = null!;
    private Officer _sample = null!;

    private SubmissionReview Review => _bench.Of<SubmissionReview>();

    [SetUp]
    public async Task SendAsync()
    {
        _bench = await SubmissionBench.CreateAsync(services => services.AddReview().AddSampleData());
        _real = _bench.Officer(AccountRole.DistrictOfficer, "003");
        await using var scope = _bench.Database.Services.CreateAsyncScope();
        var made = (AccountOutcome.Done)await scope.ServiceProvider.GetRequiredService<Accounts>()
            .AddAsync(new NewAccount("mau-thu", "Người Mẫu", AccountRole.DistrictOfficer, _bench.Unit("003").Key, Password: null, IsSample: true));
        _sample = new Officer(made.AccountId, "Người Mẫu", AccountRole.DistrictOfficer, _bench.Unit("003").Key);
        await _bench.KeepAsync(_bench.Officer(AccountRole.WardOfficer, Buoi), Buoi, _bench.Figure(Buoi, "OFFICIALS", 80, 100));
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task An_approval_by_nobody_real_is_taken_back_and_the_month_is_open_again()
    {
        await Review.ApproveAsync([await IdAsync()], _sample, default);

        await RemoveAsync();

        Assert.That(await StandsAsync(), Is.EqualTo((ReviewState.Waiting, 1)));
        Assert.That(await LinesAsync(), Is.EqualTo(new[] { ("""{"state":"Approved","reviewer":"Người Mẫu"}""", """{"period":"2025-05","revision":"1","state":"Waiting"}""") }));
    }

    [Test]
    public async Task A_report_that_a_sample_account_gave_back_counts_again()
    {
        await _bench.Of<SubmissionReturn>().ReturnAsync(await IdAsync(), "Thử trả lại", _sample, default);
        Assert.That(await StandsAsync(), Is.EqualTo((ReviewState.Returned, 0)));

        await RemoveAsync();

        Assert.That(await StandsAsync(), Is.EqualTo((ReviewState.Waiting, 1)));
    }

    [Test]
    public async Task What_a_real_officer_decided_stands_also_when_a_sample_account_undid_it()
    {
        await Review.ApproveAsync([await IdAsync()], _real, default);
        await Review.ReopenAsync(await IdAsync(), "Thử mở lại", _sample, default);

        await RemoveAsync();

        Assert.That(await StandsAsync(), Is.EqualTo((ReviewState.Approved, 1)));
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        Assert.That((await db.Submissions.SingleAsync()).ApprovedByName, Is.EqualTo(_real.Name));
    }

    [Test]
    public async Task Decisions_of_real_people_alone_are_left_alone()
    {
        await Review.ApproveAsync([await IdAsync()], _real, default);

        await RemoveAsync();

        Assert.That(await StandsAsync(), Is.EqualTo((ReviewState.Approved, 1)));
        Assert.That(await LinesAsync(), Is.Empty);
    }

    private async Task<int> IdAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return await db.Submissions.Select(s => s.Id).SingleAsync();
    }

    private Task<RemovedSampleData> RemoveAsync() => _bench.Of<SampleDataRemoval>().RunAsync(default);

    private async Task<(ReviewState State, int Figures)> StandsAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return ((await db.Submissions.SingleAsync()).State, await db.CurrentFigures.CountAsync());
    }

    private async Task<IReadOnlyList<(string?, string?)>> LinesAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return [.. (await db.AuditEntries.Where(e => e.Action == AuditAction.SampleDecisionTakenBack).ToListAsync()).Select(e => (e.Before, e.After))];
    }
}
