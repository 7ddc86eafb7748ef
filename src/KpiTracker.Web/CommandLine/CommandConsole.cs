using System.Globalization;

namespace KpiTracker.Web.CommandLine;

/// <summary>Where a command prints: results to <see cref="Out"/>, messages and logs to <see cref="Error"/>, in one language.</summary>
internal sealed record CommandConsole(TextWriter Out, TextWriter Error, CultureInfo Language)
{
    /// <summary>The process's own streams; Vietnamese unless <c>KPITRACKER_LANGUAGE</c> is <c>en</c>.</summary>
    public static CommandConsole OfProcess()
    {
        Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var english = Environment.GetEnvironmentVariable("KPITRACKER_LANGUAGE") == "en";
        return new CommandConsole(Console.Out, Console.Error, CultureInfo.GetCultureInfo(english ? "en" : "vi"));
    }

    public void Print(string key, params IReadOnlyList<string> arguments) => Out.WriteLine(CommandLineTexts.Print(Language, key, arguments));

    public void Complain(string key, params IReadOnlyList<string> arguments) => Error.WriteLine(CommandLineTexts.Print(Language, key, arguments));
}
