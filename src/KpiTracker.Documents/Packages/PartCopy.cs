using System.Xml;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Packages;

/// <summary>
/// Copies one XML part node by node, within the gate's limits and without ever holding it whole; what is to change is said by the
/// one that inherits it.
/// </summary>
internal abstract class PartCopy
{
    private const int NodesBetweenLooks = 4096;

    private static readonly XmlReaderSettings Reading = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        MaxCharactersInDocument = GateLimits.UnpackedBytes,
    };

    protected XmlReader Source { get; private set; } = null!;

    protected XmlWriter Target { get; private set; } = null!;

    /// <summary>The part's main vocabulary, by its root: what is added is written in it.</summary>
    protected string Prefix { get; private set; } = string.Empty;

    protected string Namespace { get; private set; } = string.Empty;

    public void Run(byte[] file, ZipPart part, ReadingClock clock, Stream output)
    {
        using var source = XmlReader.Create(new PartStream(file, part, clock), Reading);
        using var target = XmlWriter.Create(output, PartXml.Settings);
        (Source, Target) = (source, target);
        target.WriteStartDocument(standalone: true);
        for (var nodes = 1; source.Read(); nodes++)
        {
            PartReader.RefuseAbove(nodes, GateLimits.Nodes);
            PartReader.RefuseAbove(source.Depth, GateLimits.Depth);
            if (nodes % NodesBetweenLooks == 0 && clock.IsOver)
            {
                throw new GateRefusal(UnreadableReason.TooSlow);
            }

            CopyNode();
        }
    }

    /// <summary>Whether an attribute is among those that are to be changed.</summary>
    internal static bool IsAmong(ReadOnlySpan<(string Name, string? Value)> changed, string name)
    {
        foreach (var (other, _) in changed)
        {
            if (other == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The source stands on an element. What is overridden writes the start of it, and may write something before it.</summary>
    protected virtual void StartElement() => CopyStart();

    /// <summary>The element is about to end; its last children can be written here.</summary>
    protected virtual void EndElement(string name, int depth)
    {
    }

    protected virtual void Text(string text) => Target.WriteString(text);

    protected void CopyStart()
    {
        Target.WriteStartElement(Source.Prefix, Source.LocalName, Source.NamespaceURI);
        Target.WriteAttributes(Source, defattr: false);
    }

    /// <summary>Copies the start of the element with some attributes changed: a new value, or <c>null</c> to leave it out.</summary>
    protected void CopyStart(params ReadOnlySpan<(string Name, string? Value)> changed)
    {
        Target.WriteStartElement(Source.Prefix, Source.LocalName, Source.NamespaceURI);
        while (Source.MoveToNextAttribute())
        {
            if (Source.NamespaceURI.Length > 0 || !IsAmong(changed, Source.LocalName))
            {
                Target.WriteAttributeString(Source.Prefix, Source.LocalName, Source.NamespaceURI, Source.Value);
            }
        }

        Source.MoveToElement();
        foreach (var (name, value) in changed)
        {
            if (value is not null)
            {
                Target.WriteAttributeString(name, value);
            }
        }
    }

    protected void Start(string name) => Target.WriteStartElement(Prefix, name, Namespace);

    /// <summary>An element that is there only for its attributes.</summary>
    protected void Add(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name);
        foreach (var (attribute, value) in attributes)
        {
            Target.WriteAttributeString(attribute, value);
        }

        Target.WriteEndElement();
    }

    private void CopyNode()
    {
        switch (Source.NodeType)
        {
            case XmlNodeType.Element:
                if (Source.Depth == 0)
                {
                    (Prefix, Namespace) = (Source.Prefix, Source.NamespaceURI);
                }

                var (name, depth, isEmpty) = (Source.LocalName, Source.Depth, Source.IsEmptyElement);
                StartElement();
                if (isEmpty)
                {
                    EndElement(name, depth);
                    Target.WriteEndElement();
                }

                break;
            case XmlNodeType.EndElement:
                EndElement(Source.LocalName, Source.Depth);
                Target.WriteFullEndElement();
                break;
            case XmlNodeType.Text:
                Text(Source.Value);
                break;
            case XmlNodeType.CDATA:
                Target.WriteCData(Source.Value);
                break;
            case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when Source.Depth > 0:
                Target.WriteWhitespace(Source.Value);
                break;
            case XmlNodeType.Comment:
                Target.WriteComment(Source.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                Target.WriteProcessingInstruction(Source.Name, Source.Value);
                break;
            default:
                break;
        }
    }
}
