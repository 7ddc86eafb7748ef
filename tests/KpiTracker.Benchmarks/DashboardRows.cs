using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.Data.Sqlite;

namespace KpiTracker.Benchmarks;

/// <summary>Fills a database with one report for every ward of Hà Nội and every month.</summary>
internal static class DashboardRows
{
    private static readonly string[] Indicators =
        ["OFFICIALS", "STUDENTS", "ADULTS", "WORKERS", "DIGITAL_ID", "SMARTPHONE", "E_PAYMENT", "AMBASSADORS", "COMMUNITY_TEAMS", "CERTIFIED"];

    /// <returns>How many figures were written.</returns>
    public static int Fill(string file, RegisterSnapshot snapshot, ReportingPeriod last)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        var city = snapshot.Units.FindInSeries("01", last)!;
        var (submission, figures) = (0, 0);
        foreach (var period in ReportingPeriod.Range(new ReportingPeriod(2025, 4), last))
        {
            foreach (var ward in snapshot.Units.WardsOf(city.Key, period))
            {
                figures += Report(connection, ++submission, snapshot.IdOf(ward.Key), ward, period);
            }
        }

        transaction.Commit();
        return figures;
    }

    private static int Report(SqliteConnection connection, int id, int unit, OrganisationUnit ward, ReportingPeriod period)
    {
        var sentAt = period.Next.FirstDay.AddDays(3).ToString("yyyy-MM-dd", null) + "T02:00:00.0000000Z";
        Run(connection, "INSERT INTO Workbooks (Id, FileName, Sha256, Size, StoredName, ReceivedAt, SentById, SentByName, UnitId, Period, Origin) VALUES ($0, 'a.xlsx', '', 0, $0, $1, 'x', 'x', $2, $3, 'Sample')", id, sentAt, unit, period.ToString());
        Run(connection, "INSERT INTO Submissions (Id, UnitId, Period, Revision, WorkbookId, Layout, SubmittedAt, SubmittedById, SubmittedByName, IsCurrent, IsNothingToReport) VALUES ($0, $2, $3, 1, $0, 'IndicatorsInRows', $1, 'x', 'x', 1, 0)", id, sentAt, unit, period.ToString());
        for (var i = 0; i < Indicators.Length; i++)
        {
            object whole = i < 7 ? 2000 + (unit % 500) : DBNull.Value;
            var part = i < 7 ? 800 + (50 * new ReportingPeriod(2025, 4).MonthsUntil(period)) + (ward.Code[^1] - '0') : id % 9;
            Run(connection, "INSERT INTO SubmittedFigures (SubmissionId, IndicatorCode, Numerator, Denominator, Sheet, Cell) VALUES ($0, $1, $2, $3, 'Bao cao', $4)", id, Indicators[i], part, whole, $"E{9 + i}");
            Run(connection, "INSERT INTO CurrentFigures (UnitId, Period, IndicatorCode, Numerator, Denominator, SubmissionId) VALUES ($5, $4, $1, $2, $3, $0)", id, Indicators[i], part, whole, period.ToString(), unit);
        }

        return Indicators.Length;
    }

    private static void Run(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"${i}", values[i]);
        }

        command.ExecuteNonQuery();
    }
}
