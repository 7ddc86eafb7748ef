using KpiTracker.Data.Accounts;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Architecture;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>Typing over cells of a draft, with the sample workbook of Phường Bưởi.</summary>
internal sealed class DraftEditingTests
{
    private const string Ward = "00109";

    private SubmissionBench _bench = null!;
    private Officer _officer = null!;
    private Guid _draft;
    private CellRef _cell = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        _officer = _bench.Officer(AccountRole.WardOfficer, Ward);
        await using var content = File.OpenRead(Path.Combine(Repository.Root, "data", "samples", "phuong-buoi-2025-05.xlsx"));
        _draft = ((DraftOutcome.Received)await _bench.Drafts.ReceiveAsync(content, "bao-cao.xlsx", _bench.Unit(Ward).Key, SubmissionBench.May, _officer, default)).DraftId;
        _cell = (await PreviewAsync()).Lines.Single(l => l.Indicator.Code == "ADULTS").Line.Numerator!.Cell;
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task An_edit_is_logged_with_old_new_who_and_when()
    {
        var outcome = await EditAsync("7.700");

        var edit = (await LogAsync()).Single();
        Assert.That(outcome, Is.EqualTo(new EditOutcome.Saved(1)));
        Assert.That((edit.Before, edit.After, edit.IndicatorCode, edit.ByName, edit.At), Is.EqualTo(("7.689", "7700", "ADULTS", _officer.Name, _bench.Clock.Now)));
        Assert.That((await PreviewAsync()).Edits[_cell].Original, Is.EqualTo("7.689"));
    }

    [Test]
    public async Task The_latest_edit_of_a_cell_holds()
    {
        await EditAsync("7700");
        await EditAsync("7701");

        Assert.That((await PreviewAsync()).Edits[_cell], Has.Property(nameof(EditedCell.Text)).EqualTo("7701").And.Property(nameof(EditedCell.Original)).EqualTo("7.689"));
    }

    [TestCase("7.689")]
    [TestCase("7689")]
    public async Task Typing_back_what_the_file_says_is_logged_and_leaves_nothing_edited(string original)
    {
        await EditAsync("7700");
        await EditAsync(original);

        Assert.Multiple(async () =>
        {
            Assert.That((await PreviewAsync()).Edits, Is.Empty);
            Assert.That(await LogAsync(), Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task Taking_back_the_files_figure_is_an_edit_too()
    {
        await EditAsync("7700");

        Assert.That(await _bench.Of<DraftEditing>().UndoAsync(_draft, _cell, _officer, default), Is.EqualTo(new EditOutcome.Saved(1)));
        Assert.That((await PreviewAsync()).Edits, Is.Empty);
    }

    [TestCase("7.689", Description = "as it stands")]
    [TestCase(" 7.689 ", Description = "with blanks around it")]
    public async Task What_says_the_same_as_the_preview_is_no_edit(string text)
    {
        Assert.That(await EditAsync(text), Is.EqualTo(new EditOutcome.Saved(0)));
        Assert.That(await LogAsync(), Is.Empty);
    }

    [Test]
    public async Task A_cell_that_is_no_figure_cannot_be_typed_over()
    {
        var title = new TypedCell(_cell with { Address = "A1" }, "Báo cáo khác");

        Assert.That(await _bench.Of<DraftEditing>().EditAsync(_draft, [title], _officer, default), Is.EqualTo(new EditOutcome.Saved(0)));
    }

    [Test]
    public async Task An_edit_is_cut_at_its_longest_and_holds_no_control_characters()
    {
        await EditAsync("abc\r\n" + new string('9', 500));

        Assert.That((await LogAsync()).Single().After, Is.EqualTo("abc" + new string('9', DraftEditing.LongestText - 3)));
    }

    [Test]
    public async Task Nobody_else_edits_or_discards_a_draft()
    {
        var other = _bench.Officer(AccountRole.WardOfficer, "00094");

        Assert.Multiple(async () =>
        {
            Assert.That(await EditAsync("1", other), Is.EqualTo(new EditOutcome.Refused(SubmissionRefusal.NotYours)));
            Assert.That(await _bench.Drafts.DiscardAsync(_draft, other, default), Is.Null);
            Assert.That(await _bench.Drafts.OpenAsync(_bench.Unit(Ward), other, default), Is.Empty);
            Assert.That(await LogAsync(), Is.Empty);
        });
    }

    [Test]
    public async Task A_draft_is_found_again_until_it_is_thrown_away_with_its_file_and_edits()
    {
        await EditAsync("7700");
        var open = await _bench.Drafts.OpenAsync(_bench.Unit(Ward), _officer, default);

        await _bench.Drafts.DiscardAsync(_draft, _officer, default);

        Assert.Multiple(async () =>
        {
            Assert.That(open.Single(), Has.Property(nameof(OpenDraft.Id)).EqualTo(_draft).And.Property(nameof(OpenDraft.FileName)).EqualTo("bao-cao.xlsx"));
            Assert.That(await _bench.Drafts.OpenAsync(_bench.Unit(Ward), _officer, default), Is.Empty);
            Assert.That(await LogAsync(), Is.Empty);
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Drafts), Is.Empty);
        });
    }

    [TestCase(UnreadableReason.NotAWorkbook, 0)]
    [TestCase(UnreadableReason.Busy, 1)]
    public async Task A_draft_of_which_nothing_can_be_read_is_not_kept_unless_it_may_pass(UnreadableReason reason, int kept)
    {
        await _bench.Drafts.DropUnreadableAsync(_draft, reason, _officer, default);

        Assert.Multiple(async () =>
        {
            Assert.That(await _bench.Drafts.OpenAsync(_bench.Unit(Ward), _officer, default), Has.Count.EqualTo(kept));
            Assert.That(Directory.GetFiles(_bench.Database.Directory.Drafts), Has.Length.EqualTo(kept));
        });
    }

    [TestCase("7701")]
    [TestCase("7,701", Description = "kept as it was read")]
    public async Task After_confirming_the_edits_that_hold_stay_with_the_report_and_no_more_are_taken(string typed)
    {
        await EditAsync("7700");
        await EditAsync(typed);
        var accepted = (SubmissionOutcome.Accepted)await _bench.Intake.ConfirmAsync(_draft, SubmissionAnswers.ToAll("Đúng"), _officer, default);

        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        var kept = await db.SubmissionEdits.SingleAsync();
        Assert.That((kept.WorkbookId, kept.Before, kept.After, kept.Cell, kept.ByName), Is.EqualTo((accepted.ReceiptId, "7.689", "7.701", _cell.Address, _officer.Name)));
        Assert.That(await EditAsync("1"), Is.EqualTo(new EditOutcome.NothingToEdit()));
    }

    [Test]
    public async Task What_is_sent_is_what_was_typed_and_the_file_stays_as_it_was()
    {
        var bytes = await File.ReadAllBytesAsync(Directory.GetFiles(_bench.Database.Directory.Drafts).Single());
        await EditAsync("7.700");

        Assert.That((await PreviewAsync()).Lines.Single(l => l.Indicator.Code == "ADULTS").Line.Numerator?.Value, Is.EqualTo(7700));
        await _bench.Intake.ConfirmAsync(_draft, SubmissionAnswers.ToAll("Đúng"), _officer, default);

        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        Assert.That((await db.CurrentFigures.SingleAsync(f => f.IndicatorCode == "ADULTS")).Numerator, Is.EqualTo(7700));
        Assert.That(await File.ReadAllBytesAsync(Directory.GetFiles(_bench.Database.Directory.Workbooks).Single()), Is.EqualTo(bytes));
    }

    private Task<EditOutcome> EditAsync(string text, Officer? officer = null) =>
        _bench.Of<DraftEditing>().EditAsync(_draft, [new TypedCell(_cell, text)], officer ?? _officer, default);

    private async Task<DraftPreview> PreviewAsync() => ((PreviewOutcome.Shown)await _bench.Intake.PreviewAsync(_draft, _officer, default)).Preview;

    private async Task<List<KpiTracker.Data.Submissions.DraftEdit>> LogAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return await db.DraftEdits.OrderBy(e => e.Position).ToListAsync();
    }
}
