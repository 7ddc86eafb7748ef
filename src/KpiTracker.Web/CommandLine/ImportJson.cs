using System.Text.Json;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.CommandLine;

/// <summary>Prints what came of an import as one JSON array, for scripts.</summary>
internal static class ImportJson
{
    public static string Print(IEnumerable<ImportResult> results) => JsonText.Array(results, Write);

    private static void Write(Utf8JsonWriter json, ImportResult result)
    {
        json.WriteStartObject();
        json.WriteString("file", result.File);
        json.WriteString("outcome", result.Outcome switch
        {
            ImportOutcome.Accepted => "accepted",
            ImportOutcome.Questioned => "questioned",
            ImportOutcome.Rejected => "rejected",
            _ => "unreadable",
        });
        json.WriteString("unit", result.UnitCode);
        json.WriteString("period", result.Period.ToString());
        json.WriteString("layout", result.Layout switch
        {
            ReportLayout.IndicatorsInRows => "indicators-in-rows",
            ReportLayout.UnitsInRows => "units-in-rows",
            ReportLayout.UnitsInColumns => "units-in-columns",
            _ => null,
        });
        json.WriteStartArray("observations");
        foreach (var observation in result.Observations)
        {
            Write(json, observation);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReportedObservation observation)
    {
        json.WriteStartObject();
        json.WriteString("unit", observation.Unit.Code);
        json.WriteString("indicator", observation.IndicatorCode);
        json.WriteNumberOrNull("numerator", observation.Numerator);
        json.WriteNumberOrNull("denominator", observation.Denominator);
        json.WriteNumberOrNull("percent", observation.Percent);
        json.WriteString("sheet", observation.Cell.Sheet);
        json.WriteString("cell", observation.Cell.Address);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PrintedFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity switch
        {
            Severity.Error => "error",
            Severity.Question => "question",
            _ => "warning",
        });
        json.WriteString("sheet", finding.Cell?.Sheet);
        json.WriteString("cell", finding.Cell?.Address);
        json.WriteString("message", finding.Message);
        json.WriteEndObject();
    }
}
