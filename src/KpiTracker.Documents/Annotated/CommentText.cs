using System.Xml;
using KpiTracker.Documents.Packages;

namespace KpiTracker.Documents.Annotated;

/// <summary>The words of one cell's comment: each finding with its code in bold, and how to mend it.</summary>
internal sealed class CommentText(AnnotationTexts texts, string listName)
{
    public IReadOnlyList<(string Text, bool IsBold)> Runs(MarkedCell cell)
    {
        var runs = new List<(string, bool)>();
        var length = 0;
        foreach (var (index, note) in cell.Notes.Index())
        {
            var words = $"{note.Message}\n{texts.Print("Comment.Mend", note.Mend)}";
            length += words.Length;
            if (index > 0 && length > AnnotationLimits.CommentCharacters)
            {
                runs.Add(("\n" + texts.Print("Comment.More", cell.Notes.Count - index, listName), false));
                break;
            }

            runs.Add(($"{(index > 0 ? "\n" : string.Empty)}{texts.Of(note.Severity)} {note.Code}\n", true));
            runs.Add((words, false));
        }

        return runs;
    }

    /// <summary>How many lines the comment takes, about, for the height of its box.</summary>
    public int Lines(MarkedCell cell, int charactersInLine) =>
        string.Concat(Runs(cell).Select(r => r.Text)).Split('\n').Sum(line => 1 + (line.Length / charactersInLine));

    /// <summary>The runs as they stand in a comment; in a comment of the sender's own they begin a new line.</summary>
    public void Write(XmlWriter target, string prefix, string ns, MarkedCell cell, bool isAppended)
    {
        foreach (var (index, (text, isBold)) in Runs(cell).Index())
        {
            target.WriteStartElement(prefix, "r", ns);
            target.WriteStartElement(prefix, "rPr", ns);
            if (isBold)
            {
                target.WriteStartElement(prefix, "b", ns);
                target.WriteEndElement();
            }

            Property("sz", "10");
            Property("rFont", "Tahoma");
            target.WriteEndElement();
            target.WriteStartElement(prefix, "t", ns);
            target.WriteAttributeString("xml", "space", null, "preserve");
            target.WriteString(SheetText.Escape(isAppended && index == 0 ? "\n" + text : text));
            target.WriteEndElement();
            target.WriteEndElement();
        }

        void Property(string name, string value)
        {
            target.WriteStartElement(prefix, name, ns);
            target.WriteAttributeString("val", value);
            target.WriteEndElement();
        }
    }
}
