using KpiTracker.Data;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Web.Features.Dashboard;

/// <summary>Puts accepted reports into a database, figure by figure, as the intake leaves them there.</summary>
internal sealed class StoredReports(KpiTrackerDbContext db, RegisterSnapshot registers)
{
    /// <summary>One ward's report. Figures are <c>(indicator, numerator, denominator)</c>; a denominator of <c>null</c> is a count.</summary>
    /// <param name="sentOn">The day in Việt Nam on which the first revision came in.</param>
    public async Task<int> AddAsync(string ward, string month, string sentOn, params (string Indicator, long? Numerator, long? Denominator)[] figures)
    {
        var period = ReportingPeriod.Parse(month);
        var unit = registers.IdOf(registers.Units.Find(ward, period)!.Key);
        var at = new DateTimeOffset(DateTime.Parse(sentOn, null).AddHours(9), TimeSpan.FromHours(7));
        var workbook = new Workbook
        {
            FileName = "bao-cao.xlsx",
            Sha256 = "00",
            StoredName = Path.GetRandomFileName(),
            ReceivedAt = at,
            SentById = "x",
            SentByName = "Nguyễn Thị Lan",
            UnitId = unit,
            Period = period,
        };
        db.Workbooks.Add(workbook);
        await db.SaveChangesAsync();
        var submission = new Submission
        {
            UnitId = unit,
            Period = period,
            Revision = 1,
            WorkbookId = workbook.Id,
            Layout = ReportLayout.IndicatorsInRows,
            SubmittedAt = at,
            SubmittedById = "x",
            SubmittedByName = "Nguyễn Thị Lan",
            IsCurrent = true,
            Figures = [.. figures.Select((f, i) => new SubmittedFigure { IndicatorCode = f.Indicator, Numerator = f.Numerator, Denominator = f.Denominator, Sheet = "Bao cao", Cell = $"D{9 + i}" })],
        };
        db.Submissions.Add(submission);
        await db.SaveChangesAsync();
        db.CurrentFigures.AddRange(figures.Select(f => new CurrentFigure
        {
            UnitId = unit,
            Period = period,
            IndicatorCode = f.Indicator,
            Numerator = f.Numerator,
            Denominator = f.Denominator,
            SubmissionId = submission.Id,
        }));
        await db.SaveChangesAsync();
        return submission.Id;
    }

    /// <summary>A corrected report in the place of an earlier one, with the same figures.</summary>
    public async Task CorrectAsync(int submissionId, string sentOn)
    {
        var first = await db.Submissions.FindAsync(submissionId);
        first!.IsCurrent = false;
        await db.SaveChangesAsync();
        var second = new Submission
        {
            UnitId = first.UnitId,
            Period = first.Period,
            Revision = 2,
            WorkbookId = first.WorkbookId,
            Layout = first.Layout,
            SubmittedAt = new DateTimeOffset(DateTime.Parse(sentOn, null), TimeSpan.FromHours(7)),
            SubmittedById = "x",
            SubmittedByName = "Nguyễn Thị Lan",
            IsCurrent = true,
        };
        db.Submissions.Add(second);
        await db.SaveChangesAsync();
    }

    /// <summary>Gives a report back: its figures no longer count.</summary>
    public async Task ReturnAsync(int submissionId)
    {
        var submission = await db.Submissions.FindAsync(submissionId);
        submission!.ReturnedAt = submission.SubmittedAt.AddDays(1);
        db.CurrentFigures.RemoveRange(db.CurrentFigures.Where(f => f.SubmissionId == submissionId));
        await db.SaveChangesAsync();
    }
}
