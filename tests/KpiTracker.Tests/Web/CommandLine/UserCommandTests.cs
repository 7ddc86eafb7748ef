namespace KpiTracker.Tests.Web.CommandLine;

[NonParallelizable]
internal sealed class UserCommandTests
{
    private string _folder = "";

    [OneTimeSetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("kpi-user-").FullName;

    [OneTimeTearDown]
    public void RemoveFolder()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_first_account_needs_nothing_but_the_command_and_gets_a_password_printed_once()
    {
        var (exitCode, console) = await CapturedConsole.RunAsync(_folder, ["user", "add", "--name", "chi-lan", "--role", "ward-officer", "--unit", "00109"]);
        Assert.That((exitCode, console.Error), Is.EqualTo((0, "")));
        Assert.That(console.Out, Does.Contain("Đã tạo tài khoản “chi-lan”.").And.Match("Mật khẩu .*: ([a-z2-9]{4}-){3}[a-z2-9]{4}"));

        (exitCode, console) = await CapturedConsole.RunAsync(_folder, ["user", "list"]);
        Assert.That(exitCode, Is.Zero);
        Assert.That(console.Out, Does.Contain("chi-lan\tchi-lan\tward-officer\t00109 Phường Bưởi").And.Not.Contain("Mật khẩu"));
    }

    [Test]
    public async Task A_given_password_is_not_printed_and_an_account_can_be_reset()
    {
        string[] add = ["user", "add", "--name", "quan-tri", "--display-name", "Phạm An", "--role", "administrator", "--unit", "01", "--password"];
        var (exitCode, console) = await CapturedConsole.RunAsync(_folder, [.. add, "sáu con vịt bơi qua sông"]);
        Assert.That((exitCode, console.Out.TrimEnd()), Is.EqualTo((0, "Đã tạo tài khoản “quan-tri”.")));

        (exitCode, console) = await CapturedConsole.RunAsync(_folder, ["user", "reset", "--name", "quan-tri"]);
        Assert.That(exitCode, Is.Zero);
        Assert.That(console.Out, Does.Contain("Mật khẩu"));
    }

    [TestCase(2, "Hiện không có đơn vị nào mang mã “99999”.", "user add --name an --role leader --unit 99999")]
    [TestCase(2, "phải thuộc một phường hoặc xã", "user add --name an --role ward-officer --unit 003")]
    [TestCase(2, "Tên tài khoản “an!” không hợp lệ", "user add --name an! --role leader --unit 003")]
    [TestCase(1, "ký tự", "user add --name an --role leader --unit 003 --password ngan")]
    [TestCase(1, "Không có tài khoản nào tên “khong-ai”.", "user reset --name khong-ai")]
    public async Task What_cannot_be_done_is_said_on_the_error_stream(int expected, string sentence, string line)
    {
        var (exitCode, console) = await CapturedConsole.RunAsync(_folder, line.Split(' '));

        Assert.That((exitCode, console.Out), Is.EqualTo((expected, "")));
        Assert.That(console.Error, Does.Contain(sentence));
    }
}
