using KpiTracker.Data.Accounts;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Documents;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>A district's sheet with a ward that nobody knows, one that stands twice and one of another district.</summary>
internal sealed class LeftOutRowsTests
{
    private static readonly Book Sheet = Book.Of(
    [
        ["TT", "Đơn vị", "CBCCVC", null],
        [null, null, "Tổng số", "Đạt"],
        [1, "Phường Bưởi", 119, 90],
        [2, "Khối cơ quan quận", 300, 200],
        [3, "Phường Bưởi", 120, 91],
        [4, "Phường Trúc Bạch", 80, 70],
    ]);

    private SubmissionBench _bench = null!;
    private Officer _officer = null!;
    private Guid _draft;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        _officer = _bench.Officer(AccountRole.DistrictOfficer, "003");
        using var content = new MemoryStream(Sheet.Bytes());
        _draft = ((DraftOutcome.Received)await _bench.Drafts.ReceiveAsync(content, "quan.xlsx", _bench.Unit("003").Key, SubmissionBench.May, _officer, default)).DraftId;
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task An_unknown_unit_a_strange_one_and_the_second_of_two_rows_can_be_left_out()
    {
        Assert.That((await PreviewAsync()).IsRejected, Is.True);

        await LeaveOutAsync("B4", "B5", "B6");

        var preview = await PreviewAsync();
        Assert.Multiple(() =>
        {
            Assert.That(preview.IsRejected, Is.False);
            Assert.That(preview.Report.Observations.Select(o => (o.Numerator, o.Denominator)), Is.EqualTo(new[] { (90m, (decimal?)119m) }));
            Assert.That(LeftOutRows.Of(preview.Edits).Select(e => (e.Cell.Address, e.Original)), Is.EqualTo(new[] { ("B4", "Khối cơ quan quận"), ("B5", "Phường Bưởi"), ("B6", "Phường Trúc Bạch") }));
        });
    }

    [Test]
    public async Task A_row_that_was_left_out_can_be_taken_back()
    {
        await LeaveOutAsync("B4", "B5", "B6");

        var cell = (await PreviewAsync()).Edits.Keys.Single(c => c.Address == "B4");
        Assert.That(await _bench.Of<DraftEditing>().UndoAsync(_draft, cell, _officer, default), Is.EqualTo(new EditOutcome.Saved(1)));

        var preview = await PreviewAsync();
        Assert.That(preview.Report.Findings.Where(f => f.Severity == Severity.Error).Select(f => (f.Code, f.Cell?.Address)), Is.EqualTo(new[] { ("R17", "B4") }));
    }

    [Test]
    public async Task What_was_left_out_is_on_record_as_an_edit()
    {
        await LeaveOutAsync("B4", "B5", "B6");

        var sent = (SubmissionOutcome.Accepted)await _bench.Intake.ConfirmAsync(_draft, SubmissionAnswers.ToAll("Đúng"), _officer, default);

        var details = (await _bench.Of<SubmissionQuery>().FindAsync(sent.Wards.Single().SubmissionId, _officer, default))!;
        Assert.That(details.Edits.Select(e => (e.Cell.Address, e.Text, e.ByName)), Is.EqualTo(new[] { ("B4", LeftOutRows.Text, _officer.Name), ("B5", LeftOutRows.Text, _officer.Name), ("B6", LeftOutRows.Text, _officer.Name) }));
    }

    private async Task LeaveOutAsync(params string[] addresses)
    {
        var sheet = (await PreviewAsync()).Lines[0].Line.LabelCell.Sheet;
        var outcome = await _bench.Of<DraftEditing>().EditAsync(_draft, [.. addresses.Select(a => new TypedCell(new CellRef(sheet, a), LeftOutRows.Text))], _officer, default);
        Assert.That(outcome, Is.EqualTo(new EditOutcome.Saved(addresses.Length)));
    }

    private async Task<DraftPreview> PreviewAsync() => ((PreviewOutcome.Shown)await _bench.Intake.PreviewAsync(_draft, _officer, default)).Preview;
}
