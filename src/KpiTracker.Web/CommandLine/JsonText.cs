using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KpiTracker.Web.CommandLine;

/// <summary>What the command line prints for scripts: indented JSON in which Vietnamese stays readable.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        // The output is a file or a terminal, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>An array with one element for every item, each written by <paramref name="write"/>.</summary>
    public static string Array<T>(IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                write(json, item);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, decimal? number)
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
