using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.Data.Sqlite;

namespace KpiTracker.Benchmarks;

/// <summary>Fills a database with one report of every indicator for each ward and month.</summary>
internal static class DashboardRows
{
    /// <summary>The first are percentages of a whole, the others counts.</summary>
    private const int Percentages = 7;

    private static readonly ReportingPeriod First = new(2025, 4);

    private static readonly string[] Indicators =
        ["OFFICIALS", "STUDENTS", "ADULTS", "WORKERS", "DIGITAL_ID", "SMARTPHONE", "E_PAYMENT", "AMBASSADORS", "COMMUNITY_TEAMS", "UNIVERSAL_COMMUNES", "TRAINING_VISITS", "CERTIFIED"];

    /// <param name="isNational">Every ward of the country; otherwise those of Hà Nội.</param>
    /// <returns>How many figures were written.</returns>
    public static int Fill(string file, RegisterSnapshot snapshot, ReportingPeriod last, bool isNational = false)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var workbook = Prepared(connection, 4, "INSERT INTO Workbooks (Id, FileName, Sha256, Size, StoredName, ReceivedAt, SentById, SentByName, UnitId, Period, Origin) VALUES ($0, 'a.xlsx', '', 0, $0, $1, 'x', 'x', $2, $3, 'Sample')");
        using var submission = Prepared(connection, 4, "INSERT INTO Submissions (Id, UnitId, Period, Revision, WorkbookId, Layout, SubmittedAt, SubmittedById, SubmittedByName, IsCurrent, IsNothingToReport) VALUES ($0, $2, $3, 1, $0, 'IndicatorsInRows', $1, 'x', 'x', 1, 0)");
        using var submitted = Prepared(connection, 5, "INSERT INTO SubmittedFigures (SubmissionId, IndicatorCode, Numerator, Denominator, Sheet, Cell) VALUES ($0, $1, $2, $3, 'Bao cao', $4)");
        using var current = Prepared(connection, 6, "INSERT INTO CurrentFigures (UnitId, Period, IndicatorCode, Numerator, Denominator, SubmissionId) VALUES ($5, $4, $1, $2, $3, $0)");
        var (id, figures) = (0, 0);
        foreach (var period in ReportingPeriod.Range(First, last))
        {
            foreach (var ward in isNational ? snapshot.Units.Units.Where(u => u.IsWard && u.IsValidIn(period)) : snapshot.Units.WardsOf(snapshot.Units.FindInSeries("01", period)!.Key, period))
            {
                id++;
                var (unit, month, sentAt) = (snapshot.IdOf(ward.Key), period.ToString(), period.Next.FirstDay.AddDays(3).ToString("yyyy-MM-dd", null) + "T02:00:00.0000000Z");
                Run(workbook, id, sentAt, unit, month);
                Run(submission, id, sentAt, unit, month);
                for (var i = 0; i < Indicators.Length; i++)
                {
                    object whole = i < Percentages ? 4000 + (unit % 500) : DBNull.Value;
                    var part = i < Percentages ? 800 + (50 * First.MonthsUntil(period)) + (ward.Code[^1] - '0') : id % 9;
                    Run(submitted, id, Indicators[i], part, whole, $"E{9 + i}");
                    Run(current, id, Indicators[i], part, whole, month, unit);
                }

                figures += Indicators.Length;
            }
        }

        transaction.Commit();
        return figures;
    }

    private static SqliteCommand Prepared(SqliteConnection connection, int parameters, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            command.Parameters.AddWithValue($"${i}", DBNull.Value);
        }

        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }
}
