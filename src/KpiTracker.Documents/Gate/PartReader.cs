using System.Text;
using System.Xml;

namespace KpiTracker.Documents.Gate;

/// <summary>Walks one XML part node by node, counting nodes, depth and time. Names are compared without their namespace: Strict, prefixed and bare files read alike.</summary>
internal sealed class PartReader : IDisposable
{
    private const int NodesBetweenLooks = 4096;

    private readonly XmlReader _xml;
    private readonly ReadingClock _clock;
    private readonly StringBuilder _text = new();
    private int _nodes;

    public PartReader(byte[] file, ZipPart part, ReadingClock clock)
    {
        _clock = clock;
        _xml = XmlReader.Create(new PartStream(file, part, clock), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
            MaxCharactersInDocument = GateLimits.UnpackedBytes,
        });
    }

    public string Name => _xml.LocalName;

    /// <summary>Only asked where something is to be written in the same vocabulary.</summary>
    public string Namespace => _xml.NamespaceURI;

    public int Depth => _xml.Depth;

    public bool IsEmpty => _xml.IsEmptyElement;

    /// <summary>Goes on to the next element, however deep; <c>false</c> at the end of the part.</summary>
    public bool NextElement()
    {
        while (Next())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes on to the next element inside the element at <paramref name="depth"/>; <c>false</c> at its end.</summary>
    public bool NextElementWithin(int depth)
    {
        while (Next())
        {
            if (_xml.NodeType == XmlNodeType.Element)
            {
                return true;
            }

            if (_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>An attribute by its name without namespace; <c>null</c> when absent.</summary>
    public string? Attribute(string name)
    {
        string? value = null;
        if (_xml.MoveToFirstAttribute())
        {
            do
            {
                if (_xml.LocalName == name)
                {
                    value = _xml.Value;
                    break;
                }
            }
            while (_xml.MoveToNextAttribute());
            _xml.MoveToElement();
        }

        return value;
    }

    /// <summary>The attributes of a cell or row in one pass.</summary>
    public (string? Reference, string? Style, string? Type, string? Hidden) CellAttributes()
    {
        string? reference = null, style = null, type = null, hidden = null;
        if (_xml.MoveToFirstAttribute())
        {
            do
            {
                switch (_xml.LocalName)
                {
                    case "r": reference = _xml.Value; break;
                    case "s": style = _xml.Value; break;
                    case "t": type = _xml.Value; break;
                    case "hidden": hidden = _xml.Value; break;
                    default: break;
                }
            }
            while (_xml.MoveToNextAttribute());
            _xml.MoveToElement();
        }

        return (reference, style, type, hidden);
    }

    /// <summary>The text directly inside the present element, which is left behind.</summary>
    public string Text()
    {
        if (_xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var depth = _xml.Depth;
        string? first = null;
        _text.Clear();
        while (Next() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace))
            {
                continue;
            }

            if (first is null)
            {
                first = _xml.Value;
                continue;
            }

            if (_text.Length == 0)
            {
                _text.Append(first);
            }

            _text.Append(_xml.Value);
            RefuseAbove(_text.Length, GateLimits.Characters);
        }

        return _text.Length > 0 ? _text.ToString() : first ?? string.Empty;
    }

    /// <summary>Leaves the present element with all that is in it.</summary>
    public void Skip()
    {
        if (_xml.IsEmptyElement)
        {
            return;
        }

        var depth = _xml.Depth;
        while (Next() && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
        }
    }

    public void Dispose() => _xml.Dispose();

    internal static void RefuseAbove(long count, long limit)
    {
        if (count > limit)
        {
            throw new GateRefusal(UnreadableReason.TooComplex);
        }
    }

    private bool Next()
    {
        _nodes++;
        RefuseAbove(_nodes, GateLimits.Nodes);
        if (_nodes % NodesBetweenLooks == 0 && _clock.IsOver)
        {
            throw new GateRefusal(UnreadableReason.TooSlow);
        }

        var more = _xml.Read();
        RefuseAbove(_xml.Depth, GateLimits.Depth);
        return more;
    }
}
