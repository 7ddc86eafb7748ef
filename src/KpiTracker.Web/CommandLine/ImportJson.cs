using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.CommandLine;

/// <summary>Prints what came of an import as one JSON array, for scripts.</summary>
internal static class ImportJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        // Vietnamese stays readable; the output is a file or a terminal, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Print(IEnumerable<ImportResult> results)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartArray();
            foreach (var result in results)
            {
                Write(json, result);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

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
        WriteNumber(json, "numerator", observation.Numerator);
        WriteNumber(json, "denominator", observation.Denominator);
        WriteNumber(json, "percent", observation.Percent);
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

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } value)
        {
            // A decimal remembers zeros after the comma; divided by one with many of them it forgets: 90, not 90.0.
            json.WriteNumber(name, value / 1.000000000000000000000000000000m);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
