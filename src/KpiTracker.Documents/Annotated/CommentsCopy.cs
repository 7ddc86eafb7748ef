using System.Globalization;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.Annotated;

/// <summary>Copies a sheet's comments and adds ours: to the sender's own comment where the cell has one, else one of its own. What belongs to a conversation is left alone.</summary>
internal sealed class CommentsCopy(SheetMarks marks, CommentText words) : PartCopy
{
    private const string Author = "KpiTracker";

    /// <summary>How Excel names the author of a comment that only stands for a conversation kept elsewhere.</summary>
    private const string Conversation = "tc=";

    private readonly Dictionary<string, MarkedCell> _left = marks.Commented.ToDictionary(c => CellAddress.Of(c.Row, c.Column));
    private readonly HashSet<string> _conversations = [];
    private int _authors;
    private bool _isAuthor;
    private MarkedCell? _own;

    /// <summary>A sheet without comments is given this to copy.</summary>
    public static string Empty(PackageNames names) => $"<comments xmlns=\"{names.Main}\"><authors/><commentList/></comments>";

    /// <summary>The cells that had no comment: each needs a box.</summary>
    public List<MarkedCell> Added { get; } = [];

    protected override void StartElement()
    {
        switch (Source.LocalName)
        {
            case "author" when Source.Depth == 2:
                _isAuthor = true;
                break;
            case "comment" when Source.Depth == 2:
                _own = _left.Remove(Source.GetAttribute("ref") ?? string.Empty, out var cell) && !_conversations.Contains(Source.GetAttribute("authorId") ?? string.Empty) ? cell : null;
                break;
            default:
                break;
        }

        CopyStart();
    }

    protected override void Text(string text)
    {
        if (_isAuthor && text.StartsWith(Conversation, StringComparison.Ordinal))
        {
            _conversations.Add(Number(_authors));
        }

        base.Text(text);
    }

    protected override void EndElement(string name, int depth)
    {
        switch (name)
        {
            case "author" when depth == 2:
                _isAuthor = false;
                _authors++;
                break;
            case "authors" when depth == 1:
                Start("author");
                Target.WriteString(Author);
                Target.WriteEndElement();
                break;
            case "text" when depth == 3 && _own is { } cell:
                words.Write(Target, Prefix, Namespace, cell, isAppended: true);
                _own = null;
                break;
            case "commentList" when depth == 1:
                WriteAdded();
                break;
            default:
                break;
        }
    }

    private void WriteAdded()
    {
        Added.AddRange(_left.Values.OrderBy(c => c.Row).ThenBy(c => c.Column));
        foreach (var cell in Added)
        {
            Start("comment");
            Target.WriteAttributeString("ref", CellAddress.Of(cell.Row, cell.Column));
            Target.WriteAttributeString("authorId", Number(_authors));
            Start("text");
            words.Write(Target, Prefix, Namespace, cell, isAppended: false);
            Target.WriteEndElement();
            Target.WriteEndElement();
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
