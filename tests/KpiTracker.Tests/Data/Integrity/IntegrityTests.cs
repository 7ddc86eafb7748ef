using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Integrity;
using KpiTracker.Tests.Web.Submissions;
using KpiTracker.Web.Features.Integrity;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Data.Integrity;

/// <summary>Each check sees the one thing that it looks for.</summary>
internal sealed class IntegrityTests
{
    private const string NoTriggers = "DROP TRIGGER AuditEntries_only_grow; DROP TRIGGER AuditEntries_are_not_changed; DROP TRIGGER AuditEntries_are_not_deleted;";

    /// <summary>What breaks the data so that the check must find it, with references unchecked.</summary>
    private static readonly Dictionary<string, string> Breaks = new()
    {
        ["Pages"] = "CREATE TABLE Broken (a INTEGER CHECK (a > 0)); PRAGMA ignore_check_constraints = ON; INSERT INTO Broken VALUES (0)",
        ["References"] = "UPDATE Targets SET UnitId = 999999 WHERE Id = 1",
        ["UnitOverlaps"] = "INSERT INTO OrganisationUnits (Code, ValidFrom, Name, NameWithKind, Kind) SELECT Code, '2025-08-01', Name, NameWithKind, Kind FROM OrganisationUnits WHERE ValidTo IS NULL LIMIT 1",
        ["UnitEnds"] = "UPDATE OrganisationUnits SET ValidFrom = '2025-07-01', ValidTo = '2025-06-30' WHERE Id = 1",
        ["UnitCircles"] = "UPDATE OrganisationUnits SET ParentId = Id WHERE Id = 1",
        ["TargetValues"] = "UPDATE Targets SET Value = '0' WHERE Id = 1",
        ["ReportsOfWards"] = "UPDATE Submissions SET UnitId = (SELECT Id FROM OrganisationUnits WHERE Code = '003') WHERE Id = 1",
        ["ReportsInValidity"] = "UPDATE Submissions SET Period = '2026-05'",
        ["TwoCurrent"] = "DROP INDEX IX_Submissions_Current; UPDATE Submissions SET IsCurrent = 1",
        ["NotTheLatest"] = "UPDATE Submissions SET IsCurrent = 0",
        ["SameRevision"] = "UPDATE Submissions SET Revision = 0 WHERE Id = 1",
        ["ReportsOfAReceipt"] = "UPDATE Workbooks SET Period = '2025-04'",
        ["HalfReturned"] = "UPDATE Submissions SET ReturnedAt = '2025-06-05T00:00:00.0000000Z' WHERE Id = 1",
        ["RestoredFrom"] = "UPDATE Submissions SET RestoredFromId = 2 WHERE Id = 1",
        ["ReceiptsWithoutReport"] = "DELETE FROM Submissions",
        ["OneFileTwoHashes"] = "UPDATE Workbooks SET StoredName = 'một.xlsx'",
        ["OpenFindings"] = "INSERT INTO SubmissionFindings (WorkbookId, Position, Code, Severity, TextKey, Arguments) VALUES (1, 1, 'R30', 'Question', 'R30', '[]')",
        ["FiguresWithoutReport"] = "INSERT INTO SubmittedFigures (SubmissionId, IndicatorCode, Numerator, Sheet, Cell) VALUES (4711, 'OFFICIALS', 1, 'S', 'A1')",
        ["NothingWithFigures"] = "UPDATE Submissions SET IsNothingToReport = 1",
        ["UnknownIndicators"] = "UPDATE SubmittedFigures SET IndicatorCode = 'NONE' WHERE IndicatorCode = 'ADULTS'",
        ["ImpossibleFigures"] = "UPDATE SubmittedFigures SET Numerator = -1",
        ["PartsBeyondTheWhole"] = "UPDATE SubmittedFigures SET Numerator = 200 WHERE IndicatorCode = 'OFFICIALS'",
        ["CurrentFigures"] = "DELETE FROM CurrentFigures WHERE IndicatorCode = 'ADULTS'",
        ["Totals"] = "UPDATE CurrentFigures SET Numerator = Numerator + 1 WHERE IndicatorCode = 'OFFICIALS'",
        ["Series"] = "UPDATE FigureSeries SET Months = json_set(Months, '$.\"2025-05\"[0]', 1) WHERE IndicatorCode = 'OFFICIALS'",
        ["SeriesTriggers"] = "DROP TRIGGER FigureSeries_after_delete",
        ["ScopeOverlaps"] = "INSERT INTO AccountScopes (AccountId, UnitId, \"From\") VALUES ('a', 1, '2025-01-01'), ('a', 1, '2025-02-01')",
        ["RecordTriggers"] = "DROP TRIGGER AuditEntries_are_not_changed",
        ["RecordGaps"] = NoTriggers + "DELETE FROM AuditEntries WHERE Sequence = 2",
        [IntegrityInspection.Chain] = NoTriggers + "UPDATE AuditEntries SET Subject = 'x' WHERE Sequence = 2",
        [IntegrityInspection.Files] = "UPDATE Workbooks SET Sha256 = 'x'",
    };

    private static readonly string[] Names = [.. Breaks.Keys];

    private SubmissionBench _bench = null!;

    [SetUp]
    public async Task Open()
    {
        _bench = await SubmissionBench.CreateAsync();
        var officer = _bench.Officer(AccountRole.WardOfficer, "00109");
        await _bench.KeepAsync(officer, "00109", _bench.Figure("00109", "OFFICIALS", 90, 119), _bench.Figure("00109", "ADULTS", 7689, 16000));
        await _bench.KeepAsync(officer, "00109", _bench.Figure("00109", "OFFICIALS", 91, 119), _bench.Figure("00109", "ADULTS", 7689, 16000));
    }

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task A_sound_site_has_no_findings_also_after_returns_restores_and_nothing_to_report()
    {
        var ward = _bench.Officer(AccountRole.WardOfficer, "00109");
        await _bench.Of<SubmissionReturn>().ReturnAsync(2, "Thiếu", _bench.Officer(AccountRole.DistrictOfficer, "003"), default);
        await _bench.Of<NothingToReport>().SendAsync("00109", SubmissionBench.May, replaces: true, ward, default);
        await _bench.Of<SubmissionRestore>().RestoreAsync(1, "Nhầm", ward, default);

        Assert.That((await _bench.Of<IntegrityInspection>().RunAsync()).Where(r => r.Count > 0).SelectMany(r => r.Examples.Prepend(r.Name)), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public async Task What_is_broken_is_found(string check)
    {
        await using (var db = await _bench.Database.Factory.CreateDbContextAsync())
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
            await db.Database.ExecuteSqlRawAsync(Breaks[check]);
            await db.Database.ExecuteSqlRawAsync("PRAGMA ignore_check_constraints = OFF; PRAGMA foreign_keys = ON");
        }

        var found = await _bench.Of<IntegrityInspection>().RunAsync();

        Assert.That(found.Single(r => r.Name == check).Examples, Is.Not.Empty);
    }

    [Test]
    public async Task Every_check_is_tried_and_named_in_both_languages()
    {
        var names = (await _bench.Of<IntegrityInspection>().RunAsync()).Select(r => r.Name).ToList();

        Assert.That(names, Is.Unique.And.EquivalentTo(Names).And.Count.GreaterThanOrEqualTo(20));
        Assert.That(names.SelectMany(n => new[] { IntegrityTexts.NameOf(n, CultureInfo.GetCultureInfo("vi")), IntegrityTexts.NameOf(n, CultureInfo.GetCultureInfo("en")) }), Is.All.Not.Empty);
    }
}
