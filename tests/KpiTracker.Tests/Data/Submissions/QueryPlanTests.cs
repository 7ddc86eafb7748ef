using KpiTracker.Data;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Submissions;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Tests.Data.SubmissionTables;

/// <summary>How the database finds what the pages ask for: by seeking in an index, never by reading a whole table of figures.</summary>
internal sealed class QueryPlanTests
{
    /// <summary>Of a plan: a table read from end to end. The list that a question brings with it is no table.</summary>
    internal const string ScanOfATable = "^SCAN (?!.* VIRTUAL TABLE)";

    private static readonly ReportingPeriod May = new(2025, 5);
    private static readonly ReportingPeriod LastMay = new(2024, 5);
    private static readonly List<int> Wards = [11, 12, 13, 14, 15, 16, 17, 18];

    private TemporaryDatabase _database = null!;

    private static IEnumerable<TestCaseData> Questions()
    {
        yield return Named("the figures of a district's wards in one month", db => db.CurrentFigures.Where(f => Wards.Contains(f.UnitId) && f.Period == May));
        yield return Named("a year of a district's wards", db => db.CurrentFigures.Where(f => Wards.Contains(f.UnitId) && f.Period >= LastMay && f.Period <= May));
        yield return Named("what a report is held against", db => ReportReading.Known(db, Wards, LastMay, May).OrderByDescending(f => f.Period));
        yield return Named("one ward's indicator over time", db => db.CurrentFigures.Where(f => f.UnitId == 11 && f.IndicatorCode == "ADULTS"));
        yield return Named("the figures that a submission counts with", db => db.CurrentFigures.Where(f => f.SubmissionId == 7));
        yield return Named("the reports of a district's wards", db => db.Submissions.Where(s => Wards.Contains(s.UnitId) && s.Period == May));
        yield return Named("a submission's figures", db => db.SubmittedFigures.Where(f => f.SubmissionId == 7));
        yield return Named("a workbook's submissions", db => db.Submissions.Where(s => s.WorkbookId == 7));
        yield return Named("the dashboard's series", db => UnitProgressQuery.Series.Compile()(db, Wards));
        yield return Named("the dashboard's pairs of months", db => UnitProgressQuery.PairsByParent.Compile()(db, Wards, ["CERTIFIED"], May, [LastMay]));
        yield return Named("the dashboard's figures", db => UnitProgressQuery.Figures.Compile()(db, Wards, May));
        yield return Named("the dashboard's revisions", db => UnitProgressQuery.Revisions.Compile()(db, Wards, May));
        yield return Named("the months that wait for approval", db => UnapprovedMonths.Waiting.Compile()(db, Wards, LastMay, May));

        static TestCaseData Named(string name, Func<KpiTrackerDbContext, IQueryable> question) => new TestCaseData(question).SetArgDisplayNames(name);
    }

    [OneTimeSetUp]
    public async Task Open() => _database = await TemporaryDatabase.CreateAsync();

    [OneTimeTearDown]
    public async Task Close() => await _database.DisposeAsync();

    [TestCaseSource(nameof(Questions))]
    public async Task Figures_and_reports_are_sought_and_never_scanned(Func<KpiTrackerDbContext, IQueryable> question) =>
        Assert.That(await PlanAsync(question), Is.Not.Empty.And.None.Matches(ScanOfATable));

    [Test]
    public async Task Months_that_wait_for_approval_are_found_in_their_own_index() =>
        Assert.That(await PlanAsync(db => UnapprovedMonths.Waiting.Compile()(db, Wards, LastMay, May)), Has.Some.Contains("IX_Submissions_Waiting"));

    [Test]
    public async Task A_question_without_a_ward_would_be_seen() =>
        Assert.That(await PlanAsync(db => db.CurrentFigures.Where(f => f.IndicatorCode == "ADULTS")), Has.Some.Matches(ScanOfATable));

    private async Task<List<string>> PlanAsync(Func<KpiTrackerDbContext, IQueryable> question)
    {
        await using var db = await _database.Factory.CreateDbContextAsync();
        await using var command = question(db).CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync();
        await using var reader = await command.ExecuteReaderAsync();
        List<string> steps = [];
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return steps;
    }
}
