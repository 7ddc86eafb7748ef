using System.Text.Json;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Architecture;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>From an uploaded file to figures on record, with the sample workbooks.</summary>
internal sealed class SubmissionIntakeTests
{
    private const string BuoiFile = "phuong-buoi-2025-05.xlsx";
    private const string ConsolidatedFile = "quan-tay-ho-tong-hop-2025-05.xlsx";
    private const string WithErrorsFile = "phuong-tu-lien-co-loi-2025-05.xlsx";

    private SubmissionBench _bench = null!;
    private Officer _district = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        _district = _bench.Officer(AccountRole.DistrictOfficer, "003");
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase(BuoiFile)]
    [TestCase(ConsolidatedFile)]
    [TestCase("phuong-nhat-tan-so-dang-chu-2025-05.xlsx")]
    public async Task A_sample_is_on_record_exactly_as_expected(string file)
    {
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Sample("expected.json")));
        var report = expected.RootElement.GetProperty(file);
        var draft = await UploadAsync(file, report.GetProperty("unit").GetString()!);

        var outcome = await _bench.Intake.ConfirmAsync(draft, SubmissionAnswers.ToAll("Đúng"), _district, default);

        Assert.That(outcome, Is.TypeOf<SubmissionOutcome.Accepted>());
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        var kept = await db.CurrentFigures.ToListAsync();
        Assert.That(
            kept.Select(f => (_bench.Registers.UnitOf(f.UnitId).Code, f.IndicatorCode, f.Numerator, f.Denominator)),
            Is.EquivalentTo(report.GetProperty("observations").EnumerateArray().Select(o => (
                o.GetProperty("unit").GetString(),
                o.GetProperty("indicator").GetString(),
                (long?)o.GetProperty("numerator").GetInt64(),
                (long?)o.GetProperty("denominator").GetInt64()))));
    }

    [Test]
    public async Task The_preview_shows_every_figure_with_its_cell_and_stores_nothing()
    {
        var draft = await UploadAsync(BuoiFile, "00109");

        var preview = ((PreviewOutcome.Shown)await _bench.Intake.PreviewAsync(draft, _district, default)).Preview;

        Assert.Multiple(async () =>
        {
            Assert.That(preview.File.FileName, Is.EqualTo(BuoiFile));
            Assert.That(preview.Lines.Select(l => (l.Indicator.Code, l.Line.Numerator?.Value)), Is.EqualTo(new[] { ("OFFICIALS", 90m), ("STUDENTS", 1134m), ("ADULTS", 7689m), ("WORKERS", (decimal?)2305m) }));
            Assert.That(preview.Lines, Has.All.Matches<PreviewLine>(l => l.IsKept && l.Ward?.Code == "00109" && l.Line.Numerator?.Cell.Address.Length > 1));
            Assert.That(preview.Wards.Single().Replaces, Is.Null);
            Assert.That(preview.IsUnchanged, Is.False);
            Assert.That(await StoredAsync(), Is.Zero);
        });
    }

    [Test]
    public async Task The_preview_of_a_correction_says_what_it_replaces_and_last_months_figures()
    {
        var april = new ReportingPeriod(2025, 4);
        await TakeAsync(BuoiFile, "00109");
        await using (var db = await _bench.Database.Factory.CreateDbContextAsync())
        {
            // The same report as if it had been April's.
            await db.CurrentFigures.ExecuteUpdateAsync(set => set.SetProperty(f => f.Period, april));
            await db.SubmittedFigures.Where(f => f.IndicatorCode == "OFFICIALS").ExecuteUpdateAsync(set => set.SetProperty(f => f.Numerator, 85));
        }

        var draft = await UploadAsync(BuoiFile, "00109");
        var preview = ((PreviewOutcome.Shown)await _bench.Intake.PreviewAsync(draft, _district, default)).Preview;

        var officials = preview.Lines[0];
        Assert.Multiple(() =>
        {
            Assert.That(officials.LastMonth?.Numerator, Is.EqualTo(90));
            Assert.That(officials.OnRecord?.Numerator, Is.EqualTo(85));
            Assert.That(preview.Wards.Single().Replaces?.Revision, Is.EqualTo(1));
            Assert.That(preview.Wards.Single().Differences.Single().IndicatorCode, Is.EqualTo("OFFICIALS"));
        });
    }

    [Test]
    public async Task The_same_file_again_changes_nothing_and_the_preview_says_so()
    {
        var first = await TakeAsync(ConsolidatedFile, "003");
        var draft = await UploadAsync(ConsolidatedFile, "003");

        var preview = ((PreviewOutcome.Shown)await _bench.Intake.PreviewAsync(draft, _district, default)).Preview;
        var second = await _bench.Intake.ConfirmAsync(draft, SubmissionAnswers.ToAll("Đúng"), _district, default);

        Assert.Multiple(async () =>
        {
            Assert.That(preview.IsUnchanged);
            Assert.That((second as SubmissionOutcome.Unchanged)?.ReceiptId, Is.EqualTo(((SubmissionOutcome.Accepted)first).ReceiptId));
            Assert.That(await StoredAsync(), Is.EqualTo(8));
        });
    }

    [Test]
    public async Task Confirming_twice_gives_one_receipt()
    {
        var draft = await UploadAsync(BuoiFile, "00109");

        var both = await Task.WhenAll(
            _bench.Intake.ConfirmAsync(draft, SubmissionAnswers.ToAll("Đúng"), _district, default),
            _bench.Intake.ConfirmAsync(draft, SubmissionAnswers.ToAll("Đúng"), _district, default));
        var third = await _bench.Intake.ConfirmAsync(draft, SubmissionAnswers.None, _district, default);

        Assert.Multiple(async () =>
        {
            Assert.That(both.Append(third).Cast<SubmissionOutcome.Accepted>().Select(a => (a.ReceiptId, a.Wards.Single().Revision)).Distinct().ToList(), Has.Count.EqualTo(1));
            Assert.That(await _bench.Intake.PreviewAsync(draft, _district, default), Is.TypeOf<PreviewOutcome.Confirmed>());
            Assert.That(await StoredAsync(), Is.EqualTo(1));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Workbooks), Has.Length.EqualTo(1));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Drafts), Is.Empty);
        });
    }

    [Test]
    public async Task A_report_with_errors_is_refused_and_stores_nothing()
    {
        var outcome = await TakeAsync(WithErrorsFile, "00097");

        Assert.Multiple(async () =>
        {
            Assert.That((outcome as SubmissionOutcome.Rejected)?.Report.Findings.Where(f => f.Severity == Severity.Error).Select(f => f.IndicatorCode), Is.EqualTo(new[] { "WORKERS" }));
            Assert.That(await StoredAsync(), Is.Zero);
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Root, "*.xlsx*", SearchOption.AllDirectories), Is.Empty);
        });
    }

    [Test]
    public async Task A_question_must_be_answered_and_the_answer_stays_on_record()
    {
        var april = new ReportingPeriod(2025, 4);
        var draft = ((DraftOutcome.Received)await ReceiveAsync(BuoiFile, "00109", april, _district)).DraftId;

        var asked = await _bench.Intake.ConfirmAsync(draft, SubmissionAnswers.None, _district, default);
        var question = ((SubmissionOutcome.Questioned)asked).Report.Findings.First(f => f.Severity == Severity.Question);
        var storedWhileAsked = await StoredAsync();
        var answers = ((SubmissionOutcome.Questioned)asked).Report.Findings.Where(f => f.Severity == Severity.Question)
            .ToDictionary(SubmissionAnswers.KeyOf, _ => (string?)"Gõ nhầm tháng trong tiêu đề.");
        var answered = (SubmissionOutcome.Accepted)await _bench.Intake.ConfirmAsync(draft, SubmissionAnswers.From(answers), _district, default);
        var details = (await _bench.Of<SubmissionQuery>().FindAsync(answered.Wards.Single().SubmissionId, _district, default))!;

        Assert.Multiple(() =>
        {
            Assert.That(storedWhileAsked, Is.Zero);
            var kept = details.Findings.First(f => f.Finding.Severity == Severity.Question);
            Assert.That((kept.Finding.Code, kept.Finding.Message(new("vi"))), Is.EqualTo((question.Code, question.Message(new("vi")))));
            Assert.That((kept.Answer, kept.AnsweredByName), Is.EqualTo(("Gõ nhầm tháng trong tiêu đề.", _district.Name)));
        });
    }

    [Test]
    public async Task A_file_that_is_no_workbook_ends_in_a_sentence_and_nothing_is_stored()
    {
        var report = new IncomingReport(new MemoryStream([1, 2, 3]), "x.xlsx", _bench.Unit("00109").Key, SubmissionBench.May, WorkbookOrigin.CommandLine);

        Assert.That(await _bench.Intake.TakeAsync(report, SubmissionAnswers.None, _district, default), Is.EqualTo(new SubmissionOutcome.Unreadable(UnreadableReason.NotAWorkbook)));
        Assert.That(await StoredAsync(), Is.Zero);
    }

    [TestCase(AccountRole.WardOfficer, "00109", "00094", "2025-05", SubmissionRefusal.NotYours)]
    [TestCase(AccountRole.WardOfficer, "00109", "003", "2025-05", SubmissionRefusal.NotYours)]
    [TestCase(AccountRole.Leader, "003", "00109", "2025-05", SubmissionRefusal.NotYours)]
    [TestCase(AccountRole.DistrictOfficer, "001", "00109", "2025-05", SubmissionRefusal.NotYours)]
    [TestCase(AccountRole.DistrictOfficer, "003", "00109", "2025-07", SubmissionRefusal.UnitNotInPeriod)]
    [TestCase(AccountRole.DistrictOfficer, "003", "00109", "2025-06", null, Description = "the month has begun")]
    [TestCase(AccountRole.Administrator, "01", "01", "2025-09", SubmissionRefusal.PeriodNotBegun)]
    [TestCase(AccountRole.Administrator, "01", "00109", "2025-05", null)]
    public async Task What_may_not_be_sent_is_not_even_received(AccountRole role, string own, string unit, string period, SubmissionRefusal? expected)
    {
        var outcome = await ReceiveAsync(BuoiFile, unit, ReportingPeriod.Parse(period), _bench.Officer(role, own));

        Assert.That((outcome as DraftOutcome.Refused)?.Reason, Is.EqualTo(expected));
        Assert.That(Directory.GetFiles(_bench.Database.Directory.Drafts), Has.Length.EqualTo(expected is null ? 1 : 0));
    }

    [Test]
    public async Task Another_wards_draft_can_be_neither_seen_nor_confirmed()
    {
        var draft = await UploadAsync(BuoiFile, "00109");
        var other = _bench.Officer(AccountRole.WardOfficer, "00094");

        Assert.Multiple(async () =>
        {
            Assert.That(await _bench.Intake.PreviewAsync(draft, other, default), Is.EqualTo(new PreviewOutcome.Refused(SubmissionRefusal.NotYours)));
            Assert.That(await _bench.Intake.ConfirmAsync(draft, SubmissionAnswers.ToAll("Đúng"), other, default), Is.EqualTo(new SubmissionOutcome.Refused(SubmissionRefusal.NotYours)));
            Assert.That(await _bench.Intake.PreviewAsync(Guid.NewGuid(), _district, default), Is.EqualTo(new PreviewOutcome.Refused(SubmissionRefusal.NoSuchDraft)));
            Assert.That(await StoredAsync(), Is.Zero);
        });
    }

    [Test]
    public async Task An_upload_that_is_too_large_is_not_stored()
    {
        var large = new MemoryStream(new byte[GateLimits.FileBytes + 1]);

        var outcome = await _bench.Drafts.ReceiveAsync(large, "x.xlsx", _bench.Unit("00109").Key, SubmissionBench.May, _district, default);

        Assert.That(outcome, Is.EqualTo(new DraftOutcome.Refused(SubmissionRefusal.TooLarge)));
        Assert.That(Directory.GetFiles(_bench.Database.Directory.Drafts), Is.Empty);
    }

    [TestCase(@"C:\Users\A\báo cáo.xlsx", "báo cáo.xlsx")]
    [TestCase("../../etc/passwd", "passwd")]
    [TestCase("a\r\nb.xlsx", "ab.xlsx")]
    [TestCase("", "bao-cao.xlsx")]
    public async Task A_file_name_is_only_ever_a_name(string sent, string kept)
    {
        await using var content = File.OpenRead(Sample(BuoiFile));
        var received = (DraftOutcome.Received)await _bench.Drafts.ReceiveAsync(content, sent, _bench.Unit("00109").Key, SubmissionBench.May, _district, default);

        Assert.That(((PreviewOutcome.Shown)await _bench.Intake.PreviewAsync(received.DraftId, _district, default)).Preview.File.FileName, Is.EqualTo(kept));
    }

    [Test]
    public async Task A_draft_waits_a_week_and_no_longer()
    {
        var draft = await UploadAsync(BuoiFile, "00109");
        _bench.Clock.Now = _bench.Clock.Now.AddDays(6);
        await _bench.Of<KpiTracker.Data.DatabaseStart>().PrepareAsync();
        var afterSixDays = await _bench.Intake.PreviewAsync(draft, _district, default);

        _bench.Clock.Now = _bench.Clock.Now.AddDays(2);
        foreach (var file in Directory.GetFiles(_bench.Database.Directory.Drafts))
        {
            File.SetLastWriteTimeUtc(file, _bench.Clock.Now.UtcDateTime.AddDays(-8));
        }

        await _bench.Of<KpiTracker.Data.DatabaseStart>().PrepareAsync();

        Assert.Multiple(async () =>
        {
            Assert.That(afterSixDays, Is.TypeOf<PreviewOutcome.Shown>());
            Assert.That(await _bench.Intake.PreviewAsync(draft, _district, default), Is.EqualTo(new PreviewOutcome.Refused(SubmissionRefusal.NoSuchDraft)));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Drafts), Is.Empty);
        });
    }

    private static string Sample(string file) => Path.Combine(Repository.Root, "data", "samples", file);

    private async Task<Guid> UploadAsync(string file, string unit) =>
        ((DraftOutcome.Received)await ReceiveAsync(file, unit, SubmissionBench.May, _district)).DraftId;

    private async Task<DraftOutcome> ReceiveAsync(string file, string unit, ReportingPeriod period, Officer officer)
    {
        await using var content = File.OpenRead(Sample(file));
        return await _bench.Drafts.ReceiveAsync(content, file, _bench.Unit(unit).Key, period, officer, default);
    }

    private async Task<SubmissionOutcome> TakeAsync(string file, string unit)
    {
        await using var content = File.OpenRead(Sample(file));
        var report = new IncomingReport(content, file, _bench.Unit(unit).Key, SubmissionBench.May, WorkbookOrigin.CommandLine);
        return await _bench.Intake.TakeAsync(report, SubmissionAnswers.ToAll("Đúng"), _district, default);
    }

    private async Task<int> StoredAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return await db.Submissions.CountAsync();
    }
}
