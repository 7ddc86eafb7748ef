using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Annotated;

/// <summary>The cell styles that are added: those of the list, then for each style of a marked cell the same with a fill.</summary>
/// <param name="existing">How many of each collection the workbook has; <c>null</c> where it has no such collection.</param>
internal sealed class MarkedStyles(StyleCounts existing)
{
    public const int Fonts = 4;
    public const int Fills = 4;
    public const int Borders = 1;

    private readonly Dictionary<(int Style, Severity Severity), int> _marked = [];
    private readonly List<(int Style, Severity Severity)> _order = [];

    public StyleCounts Existing => existing;

    public int FirstFont => existing.Fonts ?? 0;

    /// <summary>The first two fills are always "none" and "gray125"; a workbook without fills is given them.</summary>
    public int FirstFill => existing.Fills ?? 2;

    public int FirstBorder => existing.Borders ?? 1;

    public int FirstStyle => existing.CellStyles ?? 1;

    /// <summary>The styles of marked cells in the order of their numbers.</summary>
    public IReadOnlyList<(int Style, Severity Severity)> Marked => _order;

    /// <summary>The number of a style of the list.</summary>
    public int Of(ListStyle style) => FirstStyle + (int)style;

    /// <summary>The number of a cell's own style with the fill added.</summary>
    public int Of(int style, Severity severity)
    {
        if (!_marked.TryGetValue((style, severity), out var number))
        {
            _marked[(style, severity)] = number = FirstStyle + Enum.GetValues<ListStyle>().Length + _order.Count;
            _order.Add((style, severity));
        }

        return number;
    }
}

/// <summary>The styles of the list's cells, in the order in which they are added.</summary>
internal enum ListStyle
{
    Title,
    Lead,
    Head,
    Text,
    Centred,
    Link,
    Error,
    Question,
    Warning,
}

/// <summary>How many entries the collections of <c>styles.xml</c> have; <c>null</c> where one is missing.</summary>
internal readonly record struct StyleCounts(int? Fonts, int? Fills, int? Borders, int? CellStyles);
