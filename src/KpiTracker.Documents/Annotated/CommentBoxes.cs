using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Annotated;

/// <summary>
/// The boxes in which a spreadsheet program shows comments. They stand in a drawing of an old vocabulary (VML) that Excel itself does not always
/// write as sound XML, so a drawing of the sender's is not parsed: ours are put before its end.
/// </summary>
internal static partial class CommentBoxes
{
    private const string End = "</xml>";
    private const string BoxKind = "_x0000_t202";
    private const string IdStart = "_x0000_s";
    private const int FirstId = 1025;
    private const int CharactersInLine = 42;
    private const int MostLines = 24;

    /// <summary>A sheet without such a drawing is given this to add to.</summary>
    public const string Empty =
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">"
        + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout></xml>";

    /// <exception cref="GateRefusal">The drawing has no end to put them before.</exception>
    public static string AddTo(string drawing, IReadOnlyList<MarkedCell> cells, CommentText words)
    {
        var end = drawing.LastIndexOf(End, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new GateRefusal(UnreadableReason.Damaged);
        }

        var added = new StringBuilder(drawing, 0, end, drawing.Length + (cells.Count * 900));
        if (!drawing.Contains($"id=\"{BoxKind}\"", StringComparison.Ordinal))
        {
            added.Append(CultureInfo.InvariantCulture, $"<v:shapetype xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" id=\"{BoxKind}\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>");
        }

        var id = Math.Max(FirstId, LastId(drawing) + 1);
        foreach (var cell in cells)
        {
            Append(added, id++, cell, Math.Min(MostLines, words.Lines(cell, CharactersInLine)));
        }

        return added.Append(drawing, end, drawing.Length - end).ToString();
    }

    private static int LastId(string drawing)
    {
        var last = 0;
        foreach (var match in Ids().EnumerateMatches(drawing))
        {
            last = Math.Max(last, int.Parse(drawing.AsSpan(match.Index + IdStart.Length, match.Length - IdStart.Length), NumberStyles.None, CultureInfo.InvariantCulture));
        }

        return last;
    }

    private static void Append(StringBuilder drawing, int id, MarkedCell cell, int lines)
    {
        var (row, column) = (cell.Row - 1, cell.Column - 1);
        drawing.Append(
            CultureInfo.InvariantCulture,
            $"""<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="{IdStart}{id}" type="#{BoxKind}" style="position:absolute;width:260pt;height:{lines * 14}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 15, {Math.Max(0, row - 1)}, 4, {column + 5}, 31, {Math.Max(0, row - 1) + lines}, 1</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>""");
    }

    [GeneratedRegex(@"_x0000_s\d{1,9}")]
    private static partial Regex Ids();
}
