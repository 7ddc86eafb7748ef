using System.Xml;
using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.Annotated;

/// <summary>An element of a part being copied, kept to be written once more: one of a few, never a tree of a whole part.</summary>
internal sealed record CopiedElement(int Depth, string Prefix, string Name, string Namespace, IReadOnlyList<(string Prefix, string Name, string Namespace, string Value)> Attributes)
{
    public static CopiedElement Of(XmlReader source)
    {
        var (depth, prefix, name, ns) = (source.Depth, source.Prefix, source.LocalName, source.NamespaceURI);
        var attributes = new List<(string, string, string, string)>();
        while (source.MoveToNextAttribute())
        {
            attributes.Add((source.Prefix, source.LocalName, source.NamespaceURI, source.Value));
        }

        source.MoveToElement();
        return new CopiedElement(depth, prefix, name, ns, attributes);
    }

    /// <summary>Writes an element with all that is in it; the first is the outermost, and gets attributes changed or added.</summary>
    public static void Write(IReadOnlyList<CopiedElement> elements, XmlWriter target, params ReadOnlySpan<(string Name, string? Value)> changed)
    {
        var open = 0;
        foreach (var (index, element) in elements.Index())
        {
            for (; open > element.Depth - elements[0].Depth; open--)
            {
                target.WriteEndElement();
            }

            target.WriteStartElement(element.Prefix, element.Name, element.Namespace);
            open++;
            foreach (var (prefix, name, ns, value) in element.Attributes)
            {
                if (index > 0 || ns.Length > 0 || !PartCopy.IsAmong(changed, name))
                {
                    target.WriteAttributeString(prefix, name, ns, value);
                }
            }

            if (index == 0)
            {
                foreach (var (name, value) in changed)
                {
                    target.WriteAttributeString(name, value);
                }
            }
        }

        for (; open > 0; open--)
        {
            target.WriteEndElement();
        }
    }
}
