using System.Text.RegularExpressions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>What a table counts in: people, thousands of them, or percent, by the row's own unit of measure, else the column's head, else the title.</summary>
/// <param name="title">A scale that the title states; <c>null</c> for none.</param>
internal sealed partial class MeasureUnits(SheetView view, TableHead head, UncertainLabel? title)
{
    private static readonly string[] Percents = ["%", "ty le", "ti le", "ty le %", "ti le %", "phan tram", "phan tram %"];

    private readonly List<TableColumn> _columns = [.. head.Columns.Where(c => c.Heading == Heading.UnitOfMeasure)];

    /// <summary>What the rows over a head say; <c>null</c> when they name no unit of measure, and a scale of <c>null</c> when they count one by one.</summary>
    public static (bool IsStated, UncertainLabel? Scale) InTitle(SheetView view, int after, int headTop)
    {
        foreach (var row in view.Rows.Where(r => r.Number > after && r.Number < headTop).Reverse())
        {
            var texts = row.Cells.Where(c => c.Kind == CellKind.Text).ToList();
            if (texts.Exists(c => Stated().IsMatch(Fold.Words(c.Text))))
            {
                return (true, texts.Find(c => IsScale(c.Text.Split(':')[^1])) is { } cell ? Label(cell.Text.Split(':')[^1], view.Ref(cell)) : null);
            }
        }

        return (false, null);
    }

    /// <summary>The unit of measure by which a figure counts thousands; <c>null</c> when it counts one by one.</summary>
    /// <param name="name">The cell that names the row.</param>
    public UncertainLabel? ScaleOf(int row, TableColumn column, Cell name)
    {
        if (IsScaleInName(column.Text))
        {
            return Label(column.Text, column.Cell);
        }

        return Of(row) is { } own ? IsScale(own.Text) ? Label(own.Text, view.Ref(own)) : null
            : IsScaleInName(name.Text) ? Label(name.Text, view.Ref(name))
            : title;
    }

    /// <summary>The row is measured in percent, and has neither a whole nor a percentage of its own.</summary>
    public bool IsPercentAlone(int row) =>
        Of(row) is { } own && Percents.Contains(Fold.Words(own.Text))
        && !head.Columns.Any(c => c.Role is FigureRole.Denominator or FigureRole.Percent && view.At(row, c.Index) is { } cell && NumberReading.IsNumberLike(cell));

    private static UncertainLabel Label(string text, CellRef cell) => new(text.Trim().Trim('(', ')').Trim(), cell);

    private static bool IsScale(string text) => Fold.Words(text) is var words && (ScaleWord().IsMatch(words) || ScaledNoun().IsMatch(words));

    private static bool IsScaleInName(string text) => ScaleInBrackets().IsMatch(Fold.Plain(text)) || ScaledNoun().IsMatch(Fold.Words(text));

    private Cell? Of(int row) => _columns.Select(c => view.Shown(row, c.Index)).FirstOrDefault(c => c is { Kind: CellKind.Text } && c.Text.Trim().Length > 0);

    [GeneratedRegex(@"\b(?:don vi tinh|dv tinh|dvt)\b", RegexOptions.CultureInvariant, 250)]
    private static partial Regex Stated();

    // "Trăm" folds like "trạm", so it needs its noun.
    [GeneratedRegex(@"\b(?:nghin|ngan(?! hang)|trieu)\b|\b(?:10{2,6}|10{0,2}(?: 000)+)\b", RegexOptions.CultureInvariant, 250)]
    private static partial Regex ScaleWord();

    [GeneratedRegex(@"(?<!\bphan )(?<!\btren )\b(?:nghin|ngan|trieu|tram) (?:nguoi|luot|ho|hoc sinh|hs|sinh vien|can bo|cb|tai khoan|doanh nghiep|dn)\b", RegexOptions.CultureInvariant, 250)]
    private static partial Regex ScaledNoun();

    [GeneratedRegex(@"\(\s*(?:(?:dvt|don vi tinh)\s*:?)?\s*(?:x\s*)?(?:nghin|ngan|trieu|1[. ]?000)\b[^)]*\)", RegexOptions.CultureInvariant, 250)]
    private static partial Regex ScaleInBrackets();
}
