using System.Globalization;
using KpiTracker.Web.CommandLine;

namespace KpiTracker.Tests.Web.CommandLine;

internal sealed class CommandsTests
{
    [Test]
    public async Task Bad_arguments_end_with_2_and_say_why_and_how_on_the_error_stream()
    {
        var console = A.Console();

        var exitCode = await Commands.RunAsync(["import", "a.xlsx", "--unit", "003", "--period", "thang-5"], console);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(console.Out.ToString(), Is.Empty);
        Assert.That(console.Error.ToString(), Does.StartWith("“thang-5” không phải là một tháng").And.Contain("import TỆP... --unit MÃ"));
    }

    [Test]
    public async Task Help_goes_to_the_output_and_ends_with_0()
    {
        var console = A.Console("en");

        var exitCode = await Commands.RunAsync(["--help"], console);

        Assert.That(exitCode, Is.Zero);
        Assert.That(console.Out.ToString(), Does.Contain("import FILE... --unit CODE"));
        Assert.That(console.Error.ToString(), Is.Empty);
    }
}

internal static class A
{
    public static CommandConsole Console(string language = "vi") =>
        new(new StringWriter(CultureInfo.InvariantCulture), new StringWriter(CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo(language));
}
