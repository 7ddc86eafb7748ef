using KpiTracker.Domain.Figures;

namespace KpiTracker.Web.CommandLine;

/// <summary>Prints what came of an import for a person at a terminal.</summary>
internal static class ImportText
{
    public static void Print(IEnumerable<ImportResult> results, bool checkedOnly, CommandConsole console)
    {
        foreach (var result in results)
        {
            var ending = result.IsUnchanged ? "Unchanged" : result.Outcome == ImportOutcome.Accepted && checkedOnly ? "AcceptedByCheck" : result.Outcome.ToString();
            console.Print("Import." + ending, result.File, FigureText.Count(result.Observations.Count));
            foreach (var finding in result.Findings)
            {
                var severity = CommandLineTexts.Print(console.Language, $"Severity.{finding.Severity}");
                var place = finding.Cell is { } cell ? $"{cell.Sheet}!{cell.Address}: " : "";
                console.Out.WriteLine($"  [{finding.Code}] {severity} – {place}{finding.Message}");
            }
        }
    }
}
