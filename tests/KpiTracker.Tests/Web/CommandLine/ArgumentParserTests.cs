using KpiTracker.Domain.Periods;
using KpiTracker.Web.CommandLine;

namespace KpiTracker.Tests.Web.CommandLine;

internal sealed class ArgumentParserTests
{
    private static readonly ReportingPeriod May2025 = new(2025, 5);

    [TestCase("")]
    [TestCase("serve")]
    public void Without_a_verb_it_serves(string line) =>
        Assert.That(Parse(line), Is.InstanceOf<CommandRequest.Serve>().With.Property("DataDirectory").Null);

    [Test]
    public void Serving_takes_the_data_folder_and_passes_the_hosts_own_settings_on()
    {
        var serve = (CommandRequest.Serve)Parse("--urls http://localhost:5081 --data some/where --Logging:LogLevel:Default=Debug");

        Assert.That(string.Join(' ', serve.HostArguments), Is.EqualTo("--urls=http://localhost:5081 --Logging:LogLevel:Default=Debug"));
        Assert.That(serve.DataDirectory, Is.EqualTo(Path.GetFullPath("some/where")));
    }

    [TestCase("health --url http://localhost:5080/health/ready", "http://localhost:5080/health/ready")]
    public void A_site_is_asked_by_its_address(string line, string address) =>
        Assert.That(Parse(line), Is.EqualTo(new CommandRequest.Health(new Uri(address))));

    [TestCase("health", "MissingOption")]
    [TestCase("health --url localhost", "BadAddress")]
    public void Without_a_whole_address_no_site_is_asked(string line, string expected) =>
        Assert.That(Parse(line), Is.InstanceOf<CommandRequest.Bad>().With.Property("TextKey").EqualTo(expected));

    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("help")]
    [TestCase("import --help")]
    public void Help_is_given_wherever_it_is_asked_for(string line) => Assert.That(Parse(line), Is.InstanceOf<CommandRequest.Help>());

    [TestCase("import a.xlsx b.xlsx --unit 003 --period 2025-05 --check --json")]
    [TestCase("import --check --unit=003 a.xlsx --json --period=2025-05 b.xlsx")]
    public void An_import_may_be_written_in_any_order(string line)
    {
        var import = (CommandRequest.Import)Parse(line);

        Assert.That(string.Join(' ', import.Files), Is.EqualTo("a.xlsx b.xlsx"));
        Assert.That(import, Is.EqualTo(new CommandRequest.Import(import.Files, "003", May2025, true, true, null)));
    }

    [Test]
    public void A_file_whose_name_begins_with_a_dash_stands_after_two_dashes()
    {
        var import = (CommandRequest.Import)Parse("import --unit 003 --period 2025-05 -- -odd.xlsx");

        Assert.That(import.Files, Has.Exactly(1).EqualTo("-odd.xlsx"));
    }

    [Test]
    public void The_other_verbs_are_read()
    {
        Assert.That(
            Parse("export --unit 003 --period 2025-05 --format xlsx --out tay-ho.xlsx"),
            Is.EqualTo(new CommandRequest.Export("003", May2025, "xlsx", Path.GetFullPath("tay-ho.xlsx"), null)));
        Assert.That(Parse("progress --unit 003 --period 2025-05 --json"), Is.EqualTo(new CommandRequest.Progress("003", May2025, true, null)));
        Assert.That(
            Parse("user add --name lan --role ward-officer --unit 00103"),
            Is.EqualTo(new CommandRequest.AddUser("lan", "ward-officer", "00103", null, null, null)));
        Assert.That(Parse("user list --data /srv/kpi"), Is.EqualTo(new CommandRequest.ListUsers("/srv/kpi")));
        Assert.That(Parse("user reset --name lan --password correct-horse"), Is.EqualTo(new CommandRequest.ResetUser("lan", "correct-horse", false, null)));
        Assert.That(Parse("user reset --name lan --second-factor"), Is.EqualTo(new CommandRequest.ResetUser("lan", null, true, null)));
        Assert.That(Parse("sample load"), Is.EqualTo(new CommandRequest.LoadSample((string?)null)));
        Assert.That(Parse("sample remove"), Is.EqualTo(new CommandRequest.RemoveSample((string?)null)));
    }

    [TestCase("fetch", "UnknownVerb")]
    [TestCase("user", "SecondWord")]
    [TestCase("user delete", "SecondWord")]
    [TestCase("sample", "SecondWord")]
    [TestCase("--port 5081", "UnknownOption")]
    [TestCase("serve 5081", "Superfluous")]
    [TestCase("serve --urls", "MissingValue")]
    [TestCase("--data", "MissingValue")]
    [TestCase("import --unit 003 --period 2025-05", "NoFile")]
    [TestCase("import a.xlsx --period 2025-05", "MissingOption")]
    [TestCase("import a.xlsx --unit 003", "MissingOption")]
    [TestCase("import a.xlsx --unit --period 2025-05", "MissingValue")]
    [TestCase("import a.xlsx --period 2025-05 --unit", "MissingValue")]
    [TestCase("import a.xlsx --unit= --period 2025-05", "MissingValue")]
    [TestCase("import a.xlsx --unit 003 --period 2025-13", "BadPeriod")]
    [TestCase("import a.xlsx --unit 003 --period 05/2025", "BadPeriod")]
    [TestCase("import a.xlsx --unit 003 --unit 004 --period 2025-05", "GivenTwice")]
    [TestCase("import a.xlsx --unit 003 --period 2025-05 --json=yes", "NoValueAllowed")]
    [TestCase("import a.xlsx --unit 003 --period 2025-05 --force", "UnknownOption")]
    [TestCase("import a.xlsx --unit 003 --period 2025-05 -x", "UnknownOption")]
    [TestCase("export --unit 003 --period 2025-05 --format docx --out a.docx", "BadChoice")]
    [TestCase("export --unit 003 --period 2025-05 --format xlsx", "MissingOption")]
    [TestCase("export a.xlsx --unit 003 --period 2025-05 --format xlsx --out b.xlsx", "Superfluous")]
    [TestCase("progress --unit 003", "MissingOption")]
    [TestCase("progress a.xlsx --unit 003 --period 2025-05", "Superfluous")]
    [TestCase("user add --name lan --role boss --unit 00103", "BadChoice")]
    [TestCase("user add --role leader --unit 00103", "MissingOption")]
    [TestCase("sample load --unit 003", "UnknownOption")]
    public void What_cannot_be_understood_is_said(string line, string textKey) =>
        Assert.That(Parse(line), Is.InstanceOf<CommandRequest.Bad>().With.Property("TextKey").EqualTo(textKey));

    private static CommandRequest Parse(string line) => ArgumentParser.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
