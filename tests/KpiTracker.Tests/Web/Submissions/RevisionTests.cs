using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Web.Features.SampleData;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>Empty months, and earlier revisions compared and put back.</summary>
internal sealed class RevisionTests
{
    private const string Ward = "00109";

    private SubmissionBench _bench = null!;
    private Officer _officer = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        _officer = _bench.Officer(AccountRole.WardOfficer, Ward);
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task Nothing_to_report_is_a_report_without_file_and_figures_and_said_twice_it_is_one()
    {
        var first = await NothingAsync();
        var second = await NothingAsync();

        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        var workbook = await db.Workbooks.SingleAsync();
        var submission = await db.Submissions.Include(s => s.Figures).SingleAsync();
        Assert.Multiple(() =>
        {
            Assert.That(second, Is.EqualTo(new NothingOutcome.Unchanged(((NothingOutcome.Sent)first).ReceiptId)));
            Assert.That((workbook.Origin, workbook.FileName, workbook.StoredName), Is.EqualTo((WorkbookOrigin.NothingToReport, (string?)null, (string?)null)));
            Assert.That(submission, Has.Property(nameof(Submission.IsNothingToReport)).True.And.Property(nameof(Submission.IsCurrent)).True);
            Assert.That(submission.Figures, Is.Empty);
        });
    }

    [Test]
    public async Task An_empty_month_is_told_apart_from_one_not_sent_and_from_one_with_figures()
    {
        var before = await StateAsync();
        await NothingAsync();
        var empty = await StateAsync();
        await SendAsync(90);
        var replaced = await StateAsync();

        Assert.That((before, empty, replaced), Is.EqualTo((WardMonthState.NotSent, WardMonthState.NothingToReport, WardMonthState.OnTime)));
    }

    [Test]
    public async Task A_report_that_comes_later_is_the_second_revision()
    {
        await NothingAsync();

        var sent = await SendAsync(90);

        Assert.That(sent.Wards.Single().Revision, Is.EqualTo(2));
        Assert.That((await DetailsAsync(sent)).Revisions.Select(r => r.IsNothingToReport), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public async Task It_does_not_replace_figures_unless_that_is_meant()
    {
        await SendAsync(90);

        var asked = await _bench.Of<NothingToReport>().AskAsync(Ward, SubmissionBench.May, _officer, default);
        var refused = await NothingAsync();
        var figuresKept = await FiguresAsync();
        var meant = await NothingAsync(replaces: true);

        Assert.Multiple(async () =>
        {
            Assert.That((asked!.Revision, asked.Figures), Is.EqualTo(((int?)1, 1)));
            Assert.That(refused, Is.EqualTo(new NothingOutcome.WouldReplace()));
            Assert.That(figuresKept, Is.EqualTo(1));
            Assert.That(meant, Is.TypeOf<NothingOutcome.Sent>());
            Assert.That(await FiguresAsync(), Is.Zero);
        });
    }

    [TestCase("00094", "2025-05", Description = "another ward")]
    [TestCase("003", "2025-05", Description = "no ward")]
    public async Task Nothing_is_said_for_others(string unit, string period)
    {
        var month = KpiTracker.Domain.Periods.ReportingPeriod.Parse(period);

        Assert.That(await _bench.Of<NothingToReport>().AskAsync(unit, month, _officer, default), Is.Null);
        Assert.That(await _bench.Of<NothingToReport>().SendAsync(unit, month, true, _officer, default), Is.EqualTo(new NothingOutcome.Refused(SubmissionRefusal.NotYours)));
    }

    [Test]
    public async Task An_earlier_revision_comes_back_as_a_new_one_out_of_the_same_file()
    {
        var first = await SendAsync(90);
        await SendAsync(95);

        var outcome = (RestoreOutcome.Restored)await RestoreAsync(first);

        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        var workbooks = await db.Workbooks.OrderBy(w => w.Id).ToListAsync();
        var restored = (await _bench.Of<SubmissionQuery>().FindAsync(outcome.SubmissionId, _officer, default))!;
        Assert.Multiple(async () =>
        {
            Assert.That((restored.Revision, restored.RestoredFrom, restored.IsCurrent), Is.EqualTo((3, (int?)1, true)));
            Assert.That((await db.CurrentFigures.SingleAsync()).Numerator, Is.EqualTo(90));
            Assert.That((workbooks[2].StoredName, workbooks[2].Sha256, workbooks[2].Origin), Is.EqualTo((workbooks[0].StoredName, workbooks[0].Sha256, WorkbookOrigin.Restored)));
            Assert.That(await db.Submissions.CountAsync(), Is.EqualTo(3));
            Assert.That(restored.Own.RestoreReason, Is.EqualTo("Tệp sau là nhầm"));
        });
    }

    [TestCase(null)]
    [TestCase("  ")]
    public async Task Without_a_reason_nothing_is_restored(string? reason)
    {
        var first = await SendAsync(90);
        await SendAsync(95);

        Assert.That(await RestoreAsync(first, reason: reason), Is.EqualTo(new RestoreOutcome.ReasonMissing()));
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        Assert.That(await db.Submissions.CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task What_counts_or_says_the_same_is_not_restored_and_strangers_restore_nothing()
    {
        var first = await SendAsync(90);
        var second = await SendAsync(95);
        var third = await SendAsync(90);

        Assert.Multiple(async () =>
        {
            Assert.That(await RestoreAsync(third), Is.EqualTo(new RestoreOutcome.NothingToRestore()), "it counts already");
            Assert.That(await RestoreAsync(first), Is.EqualTo(new RestoreOutcome.NothingToRestore()), "it says the same");
            Assert.That(await RestoreAsync(second, _bench.Officer(AccountRole.WardOfficer, "00094")), Is.EqualTo(new RestoreOutcome.NotYours()));
            Assert.That(await RestoreAsync(second, _bench.Officer(AccountRole.Leader, "003")), Is.EqualTo(new RestoreOutcome.NotYours()));
        });
    }

    [Test]
    public async Task Two_revisions_are_laid_side_by_side_whichever_is_named_first()
    {
        var first = await SendAsync(90);
        var second = await SendAsync(95);
        var (one, other) = (first.Wards.Single().SubmissionId, second.Wards.Single().SubmissionId);

        var comparison = (await _bench.Of<ComparisonQuery>().FindAsync(other, one, _officer, default))!;

        Assert.Multiple(async () =>
        {
            Assert.That((comparison.Earlier.Revision, comparison.Later.Revision), Is.EqualTo((1, 2)));
            Assert.That(comparison.Rows.Select(r => (r.Indicator.Code, r.Before?.Numerator, r.After?.Numerator, r.Difference is not null)), Is.EqualTo(new[] { ("OFFICIALS", (decimal?)90, (decimal?)95, true) }));
            Assert.That(await _bench.Of<ComparisonQuery>().FindAsync(one, 4711, _officer, default), Is.Null);
            Assert.That(await _bench.Of<ComparisonQuery>().FindAsync(one, other, _bench.Officer(AccountRole.WardOfficer, "00094"), default), Is.Null);
        });
    }

    [Test]
    public async Task Removing_the_sample_data_leaves_a_file_that_a_restored_report_shares()
    {
        var first = await SendAsync(90);
        await SendAsync(95);
        await RestoreAsync(first);
        await using (var db = await _bench.Database.Factory.CreateDbContextAsync())
        {
            await db.Workbooks.Where(w => w.Origin == WorkbookOrigin.Web).ExecuteUpdateAsync(set => set.SetProperty(w => w.Origin, WorkbookOrigin.Sample));
        }

        await new SampleDataRemoval(_bench.Database.Factory, _bench.Of<KpiTracker.Data.Registers.Registers>(), _bench.Database.Directory, new SampleDataState(_bench.Database.Factory, _bench.Clock), _bench.Of<KpiTracker.Data.Record.AuditTrail>()).RunAsync(default);

        await using var after = await _bench.Database.Factory.CreateDbContextAsync();
        var left = await after.Workbooks.SingleAsync();
        Assert.That(Directory.GetFiles(_bench.Database.Directory.Workbooks).Select(Path.GetFileName), Is.EqualTo(new[] { left.StoredName }));
        Assert.That((await after.CurrentFigures.SingleAsync()).Numerator, Is.EqualTo(90));
    }

    [Test]
    public void The_squares_of_a_qr_code_are_drawn_as_one_path()
    {
        var code = QrCode.Of("https://kpi.example.vn/receipts/123");

        Assert.That(code.Modules, Is.GreaterThan(20));
        Assert.That(code.Path, Does.StartWith("M4 4h7v1h-7z"), "the corner's mark behind a quiet zone of four");
    }

    private Task<NothingOutcome> NothingAsync(bool replaces = false) => _bench.Of<NothingToReport>().SendAsync(Ward, SubmissionBench.May, replaces, _officer, default);

    private async Task<SubmissionOutcome.Accepted> SendAsync(decimal officials) =>
        (SubmissionOutcome.Accepted)await _bench.KeepAsync(_officer, Ward, _bench.Figure(Ward, "OFFICIALS", officials, 100));

    private Task<RestoreOutcome> RestoreAsync(SubmissionOutcome.Accepted sent, Officer? officer = null, string? reason = "Tệp sau là nhầm") =>
        _bench.Of<SubmissionRestore>().RestoreAsync(sent.Wards.Single().SubmissionId, reason, officer ?? _officer, default);

    private async Task<SubmissionDetails> DetailsAsync(SubmissionOutcome.Accepted sent) =>
        (await _bench.Of<SubmissionQuery>().FindAsync(sent.Wards.Single().SubmissionId, _officer, default))!;

    private async Task<WardMonthState> StateAsync() =>
        (await _bench.Of<WardHomeQuery>().OfWardAsync(_bench.Unit(Ward).Key, _officer, default))!.Due.State;

    private async Task<int> FiguresAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return await db.CurrentFigures.CountAsync();
    }
}
