using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.Data.Sqlite;

namespace KpiTracker.Benchmarks;

/// <summary>What a dashboard shows, asked in SQL and read with a bare reader: each ward's series and the sums by month, this month's cells, who sent when, and which months wait for approval.</summary>
internal sealed class DashboardByHand(string file, RegisterSnapshot snapshot, OrganisationUnit unit, ReportingPeriod last)
{
    private const int MonthsOfMarks = 13;

    private readonly string _connection = new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;
    private readonly string _series = Ids(snapshot, snapshot.Units.WardsOfSeries(unit.Key));
    private readonly string _now = Ids(snapshot, snapshot.Units.WardsOf(unit.Key, last));

    /// <summary>Areas between the unit and its wards: the database adds up.</summary>
    private readonly bool _isGrouped = snapshot.Units.ChildrenOf(unit.Key, last).Any(c => !c.IsWard);

    /// <returns>The officials' rate in the last month, to be compared.</returns>
    public decimal? Read()
    {
        using var connection = new SqliteConnection(_connection);
        connection.Open();
        var totals = new Dictionary<(string, string), (long Numerator, long Denominator, int Wards)>();
        var wards = new Dictionary<(int, string), List<(string, decimal)>>();
        Each(
            connection,
            _isGrouped
                ? $"SELECT u.ParentId, f.IndicatorCode, f.Period, SUM(f.Numerator), SUM(f.Denominator) FROM CurrentFigures f JOIN OrganisationUnits u ON u.Id = f.UnitId WHERE f.UnitId IN ({_series}) AND f.Period <= $period AND f.Numerator IS NOT NULL GROUP BY u.ParentId, f.Period, f.IndicatorCode"
                : $"SELECT UnitId, IndicatorCode, Period, Numerator, Denominator FROM CurrentFigures WHERE UnitId IN ({_series}) AND Period <= $period AND Numerator IS NOT NULL",
            r =>
            {
                var key = (r.GetInt32(0), r.GetString(1));
                if (!wards.TryGetValue(key, out var points))
                {
                    wards[key] = points = [];
                }

                var (part, whole) = (r.GetInt64(3), r.IsDBNull(4) ? 0 : r.GetInt64(4));
                points.Add((r.GetString(2), whole == 0 ? part : part * 100m / whole));
                var month = (r.GetString(2), key.Item2);
                var sum = totals.GetValueOrDefault(month);
                totals[month] = (sum.Numerator + part, sum.Denominator + whole, sum.Wards + 1);
            });
        var cells = new List<(int, string, int, string)>();
        Each(
            connection,
            $"SELECT f.UnitId, f.IndicatorCode, f.SubmissionId, s.Cell FROM CurrentFigures f JOIN SubmittedFigures s ON s.SubmissionId = f.SubmissionId AND s.IndicatorCode = f.IndicatorCode WHERE f.UnitId IN ({_now}) AND f.Period = $period",
            r => cells.Add((r.GetInt32(0), r.GetString(1), r.GetInt32(2), r.GetString(3))));
        var sent = new List<(int, DateTimeOffset)>();
        Each(
            connection,
            $"SELECT UnitId, MIN(SubmittedAt) FROM Submissions WHERE UnitId IN ({_now}) AND Period = $period GROUP BY UnitId",
            r => sent.Add((r.GetInt32(0), DateTimeOffset.Parse(r.GetString(1), null))));
        var waiting = new List<(string, int)>();
        Each(
            connection,
            $"SELECT Period, COUNT(*) FROM Submissions WHERE UnitId IN ({_series}) AND Period BETWEEN '{last.AddMonths(1 - MonthsOfMarks)}' AND $period AND IsCurrent AND ReturnedAt IS NULL AND ApprovedAt IS NULL GROUP BY Period",
            r => waiting.Add((r.GetString(0), r.GetInt32(1))));
        var rates = totals.ToDictionary(t => t.Key, t => t.Value.Denominator == 0 ? t.Value.Numerator : t.Value.Numerator * 100m / t.Value.Denominator);
        return rates.TryGetValue((last.ToString(), "OFFICIALS"), out var rate) ? rate : null;
    }

    private static string Ids(RegisterSnapshot snapshot, IReadOnlyList<OrganisationUnit> wards) =>
        string.Join(',', wards.Select(w => snapshot.IdOf(w.Key)));

    private void Each(SqliteConnection connection, string sql, Action<SqliteDataReader> row)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$period", last.ToString());
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            row(reader);
        }
    }
}
