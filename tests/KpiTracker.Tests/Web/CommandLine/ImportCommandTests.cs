using System.Text.Json;
using KpiTracker.Data;
using KpiTracker.Tests.Architecture;
using Microsoft.Data.Sqlite;

namespace KpiTracker.Tests.Web.CommandLine;

[NonParallelizable]
internal sealed class ImportCommandTests
{
    private static readonly string Samples = Path.Combine(Repository.Root, "data", "samples");
    private static readonly JsonElement Expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Samples, "expected.json"))).RootElement;

    private string _folder = "";

    [SetUp]
    public void NameFolder() => _folder = Path.Combine(Path.GetTempPath(), "kpi-import-" + Path.GetRandomFileName());

    [TearDown]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [TestCaseSource(nameof(SampleFiles))]
    public async Task Each_sample_is_printed_as_json_exactly_as_expected(string file)
    {
        var expected = Expected.GetProperty(file);
        var hasErrors = expected.TryGetProperty("errors", out _);
        var (unit, period) = (expected.GetProperty("unit").GetString()!, expected.GetProperty("period").GetString()!);

        var (exitCode, result) = await CheckAsync(Path.Combine(Samples, file), unit, period);

        Assert.That(exitCode, Is.EqualTo(hasErrors ? 1 : 0));
        Assert.That(result.GetProperty("outcome").GetString(), Is.EqualTo(hasErrors ? "rejected" : "accepted"));
        Assert.That(result.GetProperty("unit").GetString(), Is.EqualTo(unit));
        Assert.That(result.GetProperty("period").GetString(), Is.EqualTo(period));
        Assert.That(Figures(result), Is.EqualTo(Figures(expected)));
        Assert.That(Directory.Exists(_folder), Is.False, "a check stores nothing and makes nothing");
    }

    [Test]
    public async Task A_finding_has_its_cell_and_says_in_Vietnamese_how_to_mend_it()
    {
        var (_, result) = await CheckAsync(Path.Combine(Samples, "phuong-tu-lien-co-loi-2025-05.xlsx"), "00097", "2025-05");

        var finding = result.GetProperty("findings")[0];
        Assert.That(result.GetProperty("layout").GetString(), Is.EqualTo("indicators-in-rows"));
        Assert.That(finding.GetProperty("code").GetString(), Is.EqualTo("R07"));
        Assert.That(finding.GetProperty("severity").GetString(), Is.EqualTo("error"));
        Assert.That(finding.GetProperty("sheet").GetString(), Is.EqualTo("Báo cáo"));
        Assert.That(finding.GetProperty("cell").GetString(), Is.EqualTo("E11"));
        Assert.That(finding.GetProperty("message").GetString(), Does.Contain("3.403").And.Contain("3.366").And.Contain("sửa"));
    }

    [TestCase("khong-co.xlsx", "FileNotFound")]
    [TestCase(".", "FileNotOpened")]
    [TestCase("README.md", "PlainText")]
    public async Task What_cannot_be_read_is_one_finding_with_a_sentence(string file, string code)
    {
        var (exitCode, result) = await CheckAsync(Path.Combine(Repository.Root, "data", "reference", file), "00097", "2025-05");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(result.GetProperty("outcome").GetString(), Is.EqualTo("unreadable"));
        Assert.That(result.GetProperty("unit").GetString(), Is.EqualTo("00097"));
        Assert.That(result.GetProperty("layout").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(result.GetProperty("observations").GetArrayLength(), Is.Zero);
        Assert.That(result.GetProperty("findings").GetArrayLength(), Is.EqualTo(1));
        Assert.That(result.GetProperty("findings")[0].GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(result.GetProperty("findings")[0].GetProperty("cell").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(result.GetProperty("findings")[0].GetProperty("message").GetString(), Does.Contain("hãy"));
    }

    [Test]
    public async Task An_unknown_unit_ends_with_2_and_prints_no_json()
    {
        var (exitCode, console) = await CapturedConsole.RunAsync(_folder, ["import", "a.xlsx", "--unit", "99999", "--period", "2025-05", "--check", "--json"]);

        Assert.That((exitCode, console.Out), Is.EqualTo((2, "")));
        Assert.That(console.Error, Does.Contain("mã “99999” trong kỳ 2025-05"));
    }

    [Test]
    public async Task An_import_stores_once_says_unchanged_the_second_time_and_stores_nothing_that_has_errors()
    {
        string[] district = ["import", Path.Combine(Samples, "quan-tay-ho-tong-hop-2025-05.xlsx"), "--unit", "003", "--period", "2025-05"];
        var (exitCode, console) = await CapturedConsole.RunAsync(_folder, district);
        Assert.That((exitCode, console.Error), Is.EqualTo((0, "")));
        Assert.That(console.Out, Does.Contain("đã nhận, 32 số liệu"));
        Assert.That(Stored(), Is.EqualTo((1, 8, 32)));

        (exitCode, console) = await CapturedConsole.RunAsync(_folder, district);
        Assert.That(exitCode, Is.Zero);
        Assert.That(console.Out, Does.Contain("không thay đổi"));

        string[] ward = ["import", Path.Combine(Samples, "phuong-tu-lien-co-loi-2025-05.xlsx"), "--unit", "00097", "--period", "2025-05"];
        (exitCode, console) = await CapturedConsole.RunAsync(_folder, ward);
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(console.Out, Does.Contain("bị từ chối").And.Contain("[R07]"));
        Assert.That(Stored(), Is.EqualTo((1, 8, 32)));
    }

    [Test]
    public async Task A_check_over_a_database_finds_what_the_intake_finds()
    {
        var file = Path.Combine(Samples, "quan-tay-ho-tong-hop-2025-05.xlsx");
        await CapturedConsole.RunAsync(_folder, ["import", file, "--unit", "003", "--period", "2025-05"]);

        var (_, check) = await CheckAsync(file, "003", "2025-06");
        var (exitCode, console) = await CapturedConsole.RunAsync(_folder, ["import", file, "--unit", "003", "--period", "2025-06", "--json"]);
        var taken = JsonDocument.Parse(console.Out).RootElement[0];

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(check.GetRawText(), Is.EqualTo(taken.GetRawText()));
        Assert.That(check.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()), Has.Exactly(8).EqualTo("R28").And.Exactly(1).EqualTo("R13"));
    }

    private static IEnumerable<string> SampleFiles() => Expected.EnumerateObject().Select(file => file.Name);

    private static IReadOnlyList<string> Figures(JsonElement file) =>
        [.. file.GetProperty("observations").EnumerateArray()
            .Select(o => $"{o.GetProperty("unit")} {o.GetProperty("indicator")} {o.GetProperty("numerator").GetInt64()} / {o.GetProperty("denominator").GetInt64()}")
            .Order(StringComparer.Ordinal)];

    private async Task<(int ExitCode, JsonElement Result)> CheckAsync(string file, string unit, string period)
    {
        var (exitCode, console) = await CapturedConsole.RunAsync(_folder, ["import", file, "--unit", unit, "--period", period, "--check", "--json"]);
        var results = JsonDocument.Parse(console.Out).RootElement;
        Assert.That(console.Error, Is.Empty);
        Assert.That(results.GetArrayLength(), Is.EqualTo(1));
        Assert.That(results[0].GetProperty("file").GetString(), Is.EqualTo(file));
        Assert.That(console.Out, Does.Not.Contain("\\u"), "Vietnamese is not escaped");
        return (exitCode, results[0]);
    }

    private (long Workbooks, long Submissions, long Figures) Stored()
    {
        using var connection = new SqliteConnection($"Data Source={new DataDirectory(_folder).DatabaseFile}");
        connection.Open();
        return (Count("Workbooks"), Count("Submissions"), Count("CurrentFigures"));

        long Count(string table)
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names of three tables, written above
            command.CommandText = $"SELECT COUNT(*) FROM {table}";
#pragma warning restore CA2100
            return (long)command.ExecuteScalar()!;
        }
    }
}
