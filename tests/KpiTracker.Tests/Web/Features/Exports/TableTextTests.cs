using System.Text;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Exports;

namespace KpiTracker.Tests.Web.Features.Exports;

public sealed class TableTextTests
{
    private static readonly object?[] Cells =
    [
        new object?[] { new SummaryCell.Words("Phường Bưởi"), "Phường Bưởi" },
        new object?[] { new SummaryCell.Words("=1+1"), "\"'=1+1\"" },
        new object?[] { new SummaryCell.Words("-2+3|cmd"), "\"'-2+3|cmd\"" },
        new object?[] { new SummaryCell.Words("@SUM(A1)"), "\"'@SUM(A1)\"" },
        new object?[] { new SummaryCell.Words("+84"), "\"'+84\"" },
        new object?[] { new SummaryCell.Words("a;b\"c"), "\"a;b\"\"c\"" },
        new object?[] { new SummaryCell.Count(12345), "12345" },
        new object?[] { new SummaryCell.Count(0), "0" },
        new object?[] { new SummaryCell.Count(null), "\"\"" },
        new object?[] { new SummaryCell.Percentage(1203m / 1204 * 100), "99,9%" },
        new object?[] { new SummaryCell.Percentage(1234.5m), "1234,5%" },
        new object?[] { new SummaryCell.Percentage(64.2m, true), "64,2%*" },
        new object?[] { new SummaryCell.Points(-6.24m, "điểm %"), "-6,2" },
        new object?[] { new SummaryCell.Change(-35), "-35" },
        new object?[] { new SummaryCell.Month(new ReportingPeriod(2025, 5)), "05/2025" },
        new object?[] { new SummaryCell.Moment(new DateTimeOffset(2025, 6, 3, 9, 5, 0, TimeSpan.FromHours(7))), "09:05 03/06/2025" },
        new object?[] { new SummaryCell.Moment(null), "\"\"" },
    ];

    [TestCaseSource(nameof(Cells))]
    public void Each_cell_is_written_so_that_a_spreadsheet_reads_what_is_meant(SummaryCell cell, string field) =>
        Assert.That(Encoding.UTF8.GetString(TableText.Write(Table(cell), TableFormat.Csv)), Is.EqualTo($"\uFEFFCột\r\n{field}\r\n"));

    [Test]
    public void The_clipboard_gets_tabs_and_no_mark()
    {
        var table = Table(new SummaryCell.Percentage(64.2m)) with
        {
            Columns = [new("Tên", SummaryColumnKind.Text), new("Tỷ lệ", SummaryColumnKind.Figure)],
            Rows = [new(SummaryRowKind.Plain, [new SummaryCell.Words("Tứ Liên"), new SummaryCell.Percentage(64.2m)])],
        };
        Assert.That(Encoding.UTF8.GetString(TableText.Write(table, TableFormat.Tsv)), Is.EqualTo("Tên\tTỷ lệ\r\nTứ Liên\t64,2%\r\n"));
    }

    private static SummaryTable Table(SummaryCell cell) => new("Bảng", [new("Cột", SummaryColumnKind.Text)], [new(SummaryRowKind.Plain, [cell])]);
}
