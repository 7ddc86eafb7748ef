using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Submissions;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>What the record says of reports.</summary>
internal sealed class RecordedReportTests
{
    private SubmissionBench _bench = null!;

    private Officer Ward => _bench.Officer(AccountRole.WardOfficer, "00109");

    private Officer District => _bench.Officer(AccountRole.DistrictOfficer, "003");

    [SetUp]
    public async Task Open() => _bench = await SubmissionBench.CreateAsync();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task A_corrected_report_is_recorded_with_the_figures_that_it_changes()
    {
        await _bench.KeepAsync(Ward, "00109", _bench.Figure("00109", "OFFICIALS", 90, 119), _bench.Figure("00109", "ADULTS", 7689, 16000));
        await _bench.KeepAsync(Ward, "00109", _bench.Figure("00109", "OFFICIALS", 91, 119), _bench.Figure("00109", "ADULTS", 7689, 16000));

        var (first, second) = (await LinesAsync()) is [var a, var b] ? (a, b) : throw new InvalidOperationException();
        Assert.Multiple(() =>
        {
            Assert.That((first.Action, first.AccountId, first.Role, first.Before), Is.EqualTo((AuditAction.ReportSent, Ward.AccountId, (AccountRole?)AccountRole.WardOfficer, (string?)null)));
            Assert.That(first.After, Does.Contain("\"OFFICIALS\":\"90/119\"").And.Contain("\"ADULTS\":\"7689/16000\""));
            Assert.That(first.UnitId, Is.EqualTo(_bench.Registers.IdOf(_bench.Unit("00109").Key)));
            Assert.That(second.Before, Is.EqualTo("""{"revision":"1","OFFICIALS":"90/119"}"""));
            Assert.That(second.After, Is.EqualTo("""{"period":"2025-05","revision":"2","receipt":"2","OFFICIALS":"91/119"}"""));
        });
    }

    [Test]
    public async Task The_same_report_again_is_no_change_and_no_line()
    {
        await _bench.KeepAsync(Ward, "00109", _bench.Figure("00109", "OFFICIALS", 90, 119));
        await _bench.KeepAsync(Ward, "00109", _bench.Figure("00109", "OFFICIALS", 90, 119));

        Assert.That(await LinesAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Returning_restoring_and_saying_nothing_to_report_each_leave_a_line()
    {
        await _bench.KeepAsync(Ward, "00109", _bench.Figure("00109", "OFFICIALS", 90, 119));
        await _bench.Of<SubmissionReturn>().ReturnAsync(1, "Thiếu người lớn", District, default);
        await _bench.Of<NothingToReport>().SendAsync("00109", SubmissionBench.May, replaces: true, Ward, default);
        await _bench.Of<SubmissionRestore>().RestoreAsync(1, "Nhầm", Ward, default);

        var lines = await LinesAsync();
        Assert.Multiple(() =>
        {
            Assert.That(
                lines.Select(l => (l.Action, l.Subject, l.Name)),
                Is.EqualTo(new[]
                {
                    (AuditAction.ReportSent, "submission:1", Ward.Name),
                    (AuditAction.ReportReturned, "submission:1", District.Name),
                    (AuditAction.NothingToReportSent, "submission:2", Ward.Name),
                    (AuditAction.ReportRestored, "submission:3", Ward.Name),
                }));
            Assert.That(AuditDetails.Read(lines[1].After)["reason"], Is.EqualTo("Thiếu người lớn"));
            Assert.That(AuditDetails.Read(lines[2].Before)["OFFICIALS"], Is.EqualTo("90/119"));
            Assert.That(AuditDetails.Read(lines[3].After)["reason"], Is.EqualTo("Nhầm"));
        });
    }

    private async Task<List<AuditEntry>> LinesAsync()
    {
        await using var db = await _bench.Database.Factory.CreateDbContextAsync();
        return await db.AuditEntries.AsNoTracking().Where(e => e.Subject.StartsWith("submission:")).OrderBy(e => e.Sequence).ToListAsync();
    }
}
