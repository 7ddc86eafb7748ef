using KpiTracker.Web.Features.SampleData;
using Microsoft.Data.Sqlite;

namespace KpiTracker.Tests.Web.CommandLine;

[NonParallelizable]
internal sealed class SampleCommandTests
{
    [Test]
    public async Task Before_the_campaign_only_accounts_are_made_and_removing_takes_them_away()
    {
        var folder = Directory.CreateTempSubdirectory("kpi-sample-").FullName;
        var beforeItBegan = new DateTimeOffset(2025, 8, 1, 9, 0, 0, TimeSpan.FromHours(7));
        try
        {
            // The whole of Hà Nội is too much for a test: with every workbook refused by the calendar, what is left is what the command itself does.
            var (exitCode, console) = await CapturedConsole.RunAsync(folder, ["sample", "load"], new DateTimeOffset(2025, 4, 20, 9, 0, 0, TimeSpan.FromHours(7)));
            Assert.That((exitCode, console.Error), Is.EqualTo((0, "")));
            Assert.That(console.Out, Does.Match(@"mau-quan-tri\t([a-z2-9]{4}-){3}[a-z2-9]{4}"));

            (exitCode, console) = await CapturedConsole.RunAsync(folder, ["sample", "remove"], beforeItBegan);
            Assert.That(exitCode, Is.Zero);
            Assert.That(console.Out, Does.Match("Đã xóa số liệu mẫu: 0 tệp, 0 lượt nộp, [1-4] tài khoản"));
            Assert.That(SampleDataChoice.IsDeclined(new KpiTracker.Data.DataDirectory(folder)), Is.True);

            (_, console) = await CapturedConsole.RunAsync(folder, ["sample", "remove"], beforeItBegan);
            Assert.That(console.Out, Does.Contain("Không có số liệu mẫu nào."));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
