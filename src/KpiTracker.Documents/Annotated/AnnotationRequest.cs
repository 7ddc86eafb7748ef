using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpiTracker.Documents.Annotated;

/// <summary>What the child has to know besides the workbook.</summary>
/// <param name="FileName">As the sender calls it; only shown.</param>
/// <param name="Language">Of the list and the comments: <c>vi</c> or <c>en</c>.</param>
/// <param name="Found">How many findings there are; more than <paramref name="Notes"/> holds when the list is cut.</param>
internal sealed record AnnotationRequest(string FileName, string Language, int Found, IReadOnlyList<CellNote> Notes)
{
    [JsonIgnore]
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, AnnotationJson.Default.AnnotationRequest);

    public static AnnotationRequest Read(Stream input) =>
        JsonSerializer.Deserialize(input, AnnotationJson.Default.AnnotationRequest) ?? throw new InvalidDataException("No request.");
}

/// <summary>Generated at build: reflection would cost the child a third of its time.</summary>
[JsonSerializable(typeof(AnnotationRequest))]
internal sealed partial class AnnotationJson : JsonSerializerContext;
