using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Progress;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Architecture;
using KpiTracker.Tests.Data;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Review;
using KpiTracker.Web.Features.SampleData;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.SampleData;

/// <summary>A small slice of the sample data through the real intake, on the morning of 22 November 2026.</summary>
[NonParallelizable]
internal sealed class SampleDataTests
{
    private static readonly SampleSlice ThreeMonths = new(["003"], new ReportingPeriod(2025, 4), new ReportingPeriod(2025, 6));
    private static readonly SampleSlice LastMonths = new(["003"], new ReportingPeriod(2026, 8));

    private TemporaryDatabase _database = null!;

    [SetUp]
    public async Task LoadThreeMonthsAsync()
    {
        var time = new PinnedTime { Now = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(7)) };
        _database = await TemporaryDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(time).AddSubmissions().AddSampleData());
        await using var scope = _database.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SampleAccounts>().EnsureAsync(CancellationToken.None);
        await Loader.LoadAsync(ThreeMonths, CancellationToken.None);
    }

    [TearDown]
    public async Task RemoveDatabaseAsync() => await _database.DisposeAsync();

    private SampleDataLoader Loader => _database.Services.GetRequiredService<SampleDataLoader>();

    private SampleDataRemoval Removal => _database.Services.GetRequiredService<SampleDataRemoval>();

    [Test]
    public async Task Every_figure_comes_from_a_cell_of_a_kept_workbook_and_May_is_as_the_guide_tells_it()
    {
        await using var db = await _database.Factory.CreateDbContextAsync();

        Assert.That(await db.SubmittedFigures.AnyAsync(f => f.Cell == "" || f.Sheet != "Tổng hợp"), Is.False);
        Assert.That(await db.SubmissionFindings.AnyAsync(f => f.Severity != Severity.Warning), Is.False);
        Assert.That(Directory.GetFiles(_database.Directory.Workbooks), Has.Length.EqualTo(await db.Workbooks.CountAsync()));
        Assert.That(Directory.GetFiles(_database.Directory.Drafts), Is.Empty);

        var calendar = (await _database.RegistersAsync()).Calendar;
        var may = await db.Submissions.Where(s => s.Period == TestSite.May).Select(s => s.SubmittedAt).ToListAsync();
        Assert.That(may, Has.Count.EqualTo(7), "one of eight wards sent nothing");
        Assert.That(may.Count(at => !calendar.IsLate(TestSite.May, DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(7)).DateTime))), Is.EqualTo(6));
    }

    [Test]
    public async Task Loading_again_takes_only_what_is_missing()
    {
        Assert.That(await Loader.LoadAsync(ThreeMonths, CancellationToken.None), Is.Zero);

        await using var db = await _database.Factory.CreateDbContextAsync();
        var (before, last) = (await db.Workbooks.CountAsync(), await db.Workbooks.OrderBy(w => w.Id).LastAsync());
        await db.Submissions.Where(s => s.WorkbookId == last.Id).ExecuteDeleteAsync();
        await db.Workbooks.Where(w => w.Id == last.Id).ExecuteDeleteAsync();

        Assert.That(await Loader.LoadAsync(ThreeMonths, CancellationToken.None), Is.EqualTo(1));
        Assert.That(await db.Workbooks.CountAsync(), Is.EqualTo(before));
        Assert.That(_database.Services.GetRequiredService<SampleDataProgress>().Now, Is.EqualTo(new SampleDataProgressNow(SampleDataStage.Complete, before, before)));
    }

    [Test]
    public async Task Earlier_months_are_approved_once_and_the_visitor_s_last_month_waits()
    {
        var reviewed = LastMonths with { IsReviewed = true };
        await Loader.LoadAsync(reviewed, CancellationToken.None);
        await using var db = await _database.Factory.CreateDbContextAsync();
        var current = await db.Submissions.AsNoTracking().Where(s => s.IsCurrent).ToListAsync();
        var officer = new Officer("x", "Phạm Quốc Bảo", AccountRole.Administrator, (await _database.RegistersAsync()).Units.Find("01", new ReportingPeriod(2026, 10))!.Key);
        var reopened = current.First(s => s.Period == new ReportingPeriod(2026, 8));
        await _database.Services.GetRequiredService<SubmissionReview>().ReopenAsync(reopened.Id, "Thử mở lại.", officer, CancellationToken.None);
        await Loader.LoadAsync(reviewed, CancellationToken.None);

        Assert.Multiple(async () =>
        {
            Assert.That(current.Where(s => s.Period <= new ReportingPeriod(2026, 8) && s.Period != TestSite.May), Is.Not.Empty.And.All.Matches<Submission>(s => s.State == ReviewState.Approved));
            Assert.That(current.Where(s => s.Period == new ReportingPeriod(2026, 10) || s.Period == TestSite.May), Is.Not.Empty.And.All.Matches<Submission>(s => s.State == ReviewState.Waiting));
            Assert.That(await db.ReviewSteps.CountAsync(s => s.Action == ReviewAction.Approve), Is.EqualTo(current.Count(s => s.State == ReviewState.Approved)), "what was re-opened is left alone");
        });
    }

    [Test]
    public async Task The_sample_ward_has_reported_every_month_but_the_last()
    {
        await Loader.LoadAsync(LastMonths, CancellationToken.None);

        await using var db = await _database.Factory.CreateDbContextAsync();
        var ward = await db.OrganisationUnits.SingleAsync(u => u.Code == SampleAccounts.WardCode && u.ValidTo == null);
        var months = await db.Submissions.Where(s => s.UnitId == ward.Id).Select(s => s.Period).Distinct().ToListAsync();
        Assert.That(months, Is.EquivalentTo(ReportingPeriod.Range(new ReportingPeriod(2026, 8), new ReportingPeriod(2026, 9))));
        Assert.That(await db.CurrentFigures.AnyAsync(f => f.Period == new ReportingPeriod(2026, 10)), Is.True, "its area has something to show");
    }

    [Test]
    public async Task There_are_four_accounts_and_the_state_says_so()
    {
        await using var db = await _database.Factory.CreateDbContextAsync();

        Assert.That(
            await db.Users.Where(a => a.IsSample).Select(a => a.Role).ToListAsync(),
            Is.EquivalentTo(Enum.GetValues<AccountRole>()));
        Assert.That(await _database.Services.GetRequiredService<SampleDataState>().IsPresentAsync(), Is.True);
    }

    [Test]
    public async Task Removal_leaves_no_sample_row_and_no_file_and_the_next_start_does_not_load_again()
    {
        await using var db = await _database.Factory.CreateDbContextAsync();
        await FreezeAsync(db, (await db.Users.AsNoTracking().FirstAsync(a => a.IsSample)).Id);
        var real = await FreezeAsync(db, "thật");

        var removed = await Removal.RunAsync(CancellationToken.None);

        Assert.That(await db.Snapshots.Select(s => s.Id).ToListAsync(), Is.EqualTo(new[] { real }), "what a sample account froze goes");
        Assert.That(removed.Accounts, Is.EqualTo(4));
        Assert.That(await db.Workbooks.CountAsync() + await db.Submissions.CountAsync() + await db.SubmittedFigures.CountAsync(), Is.Zero);
        Assert.That(await db.CurrentFigures.CountAsync() + await db.SubmissionFindings.CountAsync() + await db.Users.CountAsync(), Is.Zero);
        Assert.That(Directory.GetFiles(_database.Directory.Workbooks), Is.Empty);
        Assert.That(await _database.Services.GetRequiredService<SampleDataState>().IsPresentAsync(), Is.False);
        Assert.That(SampleDataChoice.IsDeclined(_database.Directory), Is.True);
    }

    [Test]
    public async Task Removal_keeps_a_real_report_and_lets_it_count_again()
    {
        await SendRealAsync("phuong-buoi-2025-05.xlsx", "00109", WorkbookOrigin.CommandLine, "thật");
        await SendRealAsync("quan-tay-ho-tong-hop-2025-05.xlsx", "003", WorkbookOrigin.Sample, "mẫu");

        await Removal.RunAsync(CancellationToken.None);

        await using var db = await _database.Factory.CreateDbContextAsync();
        var left = await db.Submissions.SingleAsync();
        Assert.That((left.SubmittedByName, left.IsCurrent, left.Revision), Is.EqualTo(("thật", true, 2)));
        var adults = await db.CurrentFigures.SingleAsync(f => f.IndicatorCode == "ADULTS");
        Assert.That((adults.SubmissionId, adults.Numerator, adults.Denominator), Is.EqualTo((left.Id, 7689L, 12705L)));
        Assert.That(Directory.GetFiles(_database.Directory.Workbooks), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Nothing_is_loaded_over_a_real_report()
    {
        await Removal.RunAsync(CancellationToken.None);
        await SendRealAsync("phuong-buoi-2025-05.xlsx", "00109", WorkbookOrigin.Web, "thật");

        await Loader.LoadAsync(ThreeMonths, CancellationToken.None);

        await using var db = await _database.Factory.CreateDbContextAsync();
        var buoi = await db.OrganisationUnits.SingleAsync(u => u.Code == "00109" && u.ValidTo != null);
        Assert.That(await db.Submissions.Where(s => s.UnitId == buoi.Id && s.Period == TestSite.May).Select(s => s.SubmittedByName).ToListAsync(), Is.EqualTo(["thật"]));
    }

    private async Task SendRealAsync(string file, string unitCode, WorkbookOrigin origin, string sender)
    {
        var unit = (await _database.RegistersAsync()).Units.Find(unitCode, TestSite.May)!;
        await using var content = File.OpenRead(Path.Combine(Repository.Root, "data", "samples", file));
        var outcome = await _database.Services.GetRequiredService<SubmissionIntake>().TakeAsync(
            new IncomingReport(content, file, unit.Key, TestSite.May, origin),
            SubmissionAnswers.ToAll("đã kiểm tra"),
            new Officer("real", sender, AccountRole.Administrator, unit.Key),
            CancellationToken.None);
        Assert.That(outcome, Is.InstanceOf<SubmissionOutcome.Accepted>());
    }

    private static async Task<Guid> FreezeAsync(KpiTrackerDbContext db, string byId)
    {
        var snapshot = new Snapshot { Id = Guid.NewGuid(), UnitId = (await db.OrganisationUnits.AsNoTracking().FirstAsync()).Id, Period = TestSite.May, ById = byId, ByName = byId, Content = "{}" };
        db.Snapshots.Add(snapshot);
        await db.SaveChangesAsync();
        return snapshot.Id;
    }
}
