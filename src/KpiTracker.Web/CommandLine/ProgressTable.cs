using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Progress;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Web.CommandLine;

/// <summary>Where a unit stands, for a person at a terminal: a table, and below it what is still needed and where the pace leads.</summary>
internal static class ProgressTable
{
    private static readonly string[] Columns = ["Indicator", "Counts", "Value", "Coverage", "Target", "Expected", "Status"];

    /// <param name="asOf">As of <see cref="ProgressJson.Print"/>.</param>
    public static void Print(UnitProgress progress, DateOnly asOf, CommandConsole console)
    {
        var reporting = new Coverage(progress.Reporting.Reported, progress.Reporting.Expected);
        console.Print(
            "Progress.Head",
            progress.Unit.NameWithKind,
            FigureText.Period(progress.Period),
            FigureText.Date(asOf),
            ProgressTexts.CoverageInWords(reporting, console.Language));
        console.Out.WriteLine(ProgressTexts.ApprovalInWords(progress.Approval, console.Language) + ".");
        console.Out.WriteLine();
        if (progress.Indicators.Count == 0)
        {
            console.Print("Progress.Nothing");
            return;
        }

        PrintRows([[.. Columns.Select(c => Words(console, $"Progress.Column.{c}"))], .. progress.Indicators.Select(i => Row(i.Progress, console))], console);
        foreach (var standing in progress.Indicators)
        {
            var remarks = Remarks(standing, console).ToList();
            if (remarks.Count > 0)
            {
                console.Out.WriteLine();
                console.Out.WriteLine(Name(standing.Indicator, console));
                remarks.ForEach(remark => console.Out.WriteLine($"  {remark}"));
            }
        }
    }

    private static string[] Row(IndicatorProgress progress, CommandConsole console) =>
    [
        Name(progress.Indicator, console),
        progress.Value is { Denominator: { } whole } value ? $"{FigureText.Count(value.Numerator)}/{FigureText.Count(whole)}" : FigureText.Missing,
        ProgressTexts.Value(progress.Value),
        $"{progress.Coverage.Reported}/{progress.Coverage.Expected}",
        progress.Target is { } choice ? $"{ProgressTexts.TargetInWords(choice.Target, console.Language)} {ProgressTexts.Deadline(choice.Target, console.Language)}" : FigureText.Missing,
        ProgressTexts.Measure(progress.Indicator, progress.ExpectedToDate),
        ProgressTexts.Status(progress.Status, console.Language),
    ];

    private static IEnumerable<string> Remarks(IndicatorStanding standing, CommandConsole console)
    {
        if (standing.Progress.Target is not { Target: { } target } choice)
        {
            yield break;
        }

        if (choice.IsInherited)
        {
            yield return Words(console, "Progress.Inherited", choice.Owner.NameWithKind);
        }

        if (choice.ParentTarget is { } parent)
        {
            yield return Words(
                console,
                choice.IsParentStricter ? "Progress.ParentStricter" : "Progress.Parent",
                ProgressTexts.TargetWithDeadline(parent, console.Language),
                ProgressTexts.Status(standing.Progress.ParentStatus!.Value, console.Language));
        }

        if (standing.Pace() is { } pace && PaceTexts.Required(pace, standing.Progress, console.Language) is { } required)
        {
            yield return required;
        }

        if (standing.Outlook() is { } forecast)
        {
            yield return PaceTexts.Forecast(forecast, standing.Indicator, target, console.Language, Forecast.CoverageOf(standing.Progress, standing.Series));
        }
    }

    /// <summary>Each column as wide as its widest cell; Vietnamese letters are composed, so that one character is one place.</summary>
    private static void PrintRows(List<string[]> rows, CommandConsole console)
    {
        var widths = Columns.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
        {
            console.Out.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static string Name(Indicator indicator, CommandConsole console) => indicator.ShortNameIn(console.Language);

    private static string Words(CommandConsole console, string key, params IReadOnlyList<string> arguments) => CommandLineTexts.Print(console.Language, key, arguments);
}
