using KpiTracker.Web.CommandLine;

namespace KpiTracker.Tests.Web.CommandLine;

internal sealed class CommandsTests
{
    [Test]
    public async Task Bad_arguments_end_with_2_and_say_why_and_how_on_the_error_stream()
    {
        var console = new CapturedConsole();

        var exitCode = await Commands.RunAsync(["import", "a.xlsx", "--unit", "003", "--period", "thang-5"], console.Console);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(console.Out, Is.Empty);
        Assert.That(console.Error, Does.StartWith("“thang-5” không phải là một tháng").And.Contain("import TỆP... --unit MÃ"));
    }

    [Test]
    public async Task A_site_that_does_not_answer_is_not_well()
    {
        var console = new CapturedConsole();

        var exitCode = await Commands.RunAsync(["health", "--url", "http://127.0.0.1:9/health/ready"], console.Console);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(console.Error, Does.StartWith("Trang web không trả lời"));
    }

    [Test]
    public async Task Help_goes_to_the_output_and_ends_with_0()
    {
        var console = new CapturedConsole("en");

        var exitCode = await Commands.RunAsync(["--help"], console.Console);

        Assert.That(exitCode, Is.Zero);
        Assert.That(console.Out, Does.Contain("import FILE... --unit CODE"));
        Assert.That(console.Error, Is.Empty);
    }
}
