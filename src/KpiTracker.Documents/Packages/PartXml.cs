using System.Text;
using System.Xml;

namespace KpiTracker.Documents.Packages;

/// <summary>How the XML of a part is written: UTF-8 without a mark, line ends within texts kept.</summary>
internal static class PartXml
{
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    /// <summary>Writes a whole part of our own.</summary>
    public static void Write(Stream part, Action<XmlWriter> write)
    {
        using var xml = XmlWriter.Create(part, Settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }
}
