using System.Text.RegularExpressions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>What a table counts in: people, thousands of them, households, or percent, by the column's head, else the row's own unit of measure, else its name, else the title.</summary>
/// <param name="title">The unit of measure that the title states; <c>null</c> for none.</param>
internal sealed partial class MeasureUnits(SheetView view, TableHead head, UncertainLabel? title)
{
    private readonly List<TableColumn> _columns = [.. head.Columns.Where(c => c.Heading == Heading.UnitOfMeasure)];

    /// <summary>The unit of measure that the rows over a head state; <c>null</c> when they state none.</summary>
    public static UncertainLabel? InTitle(SheetView view, int after, int headTop)
    {
        foreach (var row in view.Rows.Where(r => r.Number > after && r.Number < headTop).Reverse())
        {
            var texts = row.Cells.Where(c => c.Kind == CellKind.Text).ToList();
            if (texts.Exists(c => Stated().IsMatch(Fold.Words(c.Text))))
            {
                return texts.Find(c => IsScale(AfterColon(c))) is { } scale ? Label(AfterColon(scale), view.Ref(scale))
                    : texts.Find(c => Stated().IsMatch(Fold.Words(c.Text)) && c.Text.Contains(':', StringComparison.Ordinal)) is { } cell ? Label(AfterColon(cell), view.Ref(cell))
                    : new UncertainLabel(string.Empty, view.Ref(row.Cells[0]));
            }

            if (texts.Find(c => UnitAlone().IsMatch(Fold.Plain(c.Text)) && Measures.Of(Fold.Words(AfterColon(c))) is Measured.Percent or Measured.People or Measured.Scale) is { } brief)
            {
                return Label(AfterColon(brief), view.Ref(brief));
            }
        }

        return null;
    }

    /// <summary>The unit of measure by which a count is none of single ones of what the indicator counts; <c>null</c> when it is.</summary>
    /// <param name="name">The cell that names the row.</param>
    public MeasureDoubt? DoubtOf(in FigurePlace place, FigureRole role, ReportFigure figure, Cell name, Indicator indicator)
    {
        var column = place.Column;
        if (IsScaleInName(column.Text))
        {
            return Doubt(column.Text, column.Cell, MeasureKind.Scale);
        }

        if (Measures.ThingIn(column.RoleText) is { } thing && !Measures.IsOwn(thing, indicator))
        {
            return Doubt(column.RoleText, column.Cell, MeasureKind.OtherThings);
        }

        if (Of(place.Row.Number) is { } own)
        {
            return OfLabel(Label(own.Text, view.Ref(own)), indicator, isPercentDoubtful: role == FigureRole.Denominator && figure.Value == 100);
        }

        return IsScaleInName(name.Text) ? Doubt(name.Text, view.Ref(name), MeasureKind.Scale)
            : title is null ? null : OfLabel(title, indicator, isPercentDoubtful: true);
    }

    private static MeasureDoubt? OfLabel(UncertainLabel label, Indicator indicator, bool isPercentDoubtful)
    {
        var words = Fold.Words(label.Written);
        if (IsScale(label.Written))
        {
            return Doubt(label.Written, label.Cell, MeasureKind.Scale);
        }

        return Measures.IsOwn(words, indicator) ? null : Measures.Of(words) switch
        {
            Measured.Nothing => null,
            Measured.Percent => isPercentDoubtful && indicator.Kind == IndicatorKind.Percentage ? Doubt(label.Written, label.Cell, MeasureKind.Unsure) : null,
            Measured.People => Measures.CountsPeople(indicator) ? null : Doubt(label.Written, label.Cell, MeasureKind.Unsure),
            Measured.Things => Doubt(label.Written, label.Cell, MeasureKind.OtherThings),
            _ => Doubt(label.Written, label.Cell, MeasureKind.Unsure),
        };
    }

    /// <summary>The row is measured in percent, and has neither a whole nor a percentage of its own.</summary>
    public bool IsPercentAlone(int row) =>
        Of(row) is { } own && Measures.Of(Fold.Words(own.Text)) == Measured.Percent
        && !head.Columns.Any(c => c.Role is FigureRole.Denominator or FigureRole.Percent && view.At(row, c.Index) is { } cell && NumberReading.IsNumberLike(cell));

    private static string AfterColon(Cell cell) => cell.Text.Split(':')[^1];

    private static MeasureDoubt Doubt(string text, CellRef cell, MeasureKind kind) => new(text.Trim(), cell, kind);

    private static UncertainLabel Label(string text, CellRef cell) => new(text.Trim().Trim('(', ')').Trim(), cell);

    private static bool IsScale(string text) => Fold.Words(text) is var words && (ScaleWord().IsMatch(words) || ScaledNoun().IsMatch(words));

    private static bool IsScaleInName(string text) => ScaleInBrackets().IsMatch(Fold.Plain(text)) || ScaledNoun().IsMatch(Fold.Words(text));

    private Cell? Of(int row) => _columns.Select(c => view.Shown(row, c.Index)).FirstOrDefault(c => c is { Kind: CellKind.Text } && c.Text.Trim().Length > 0);

    [GeneratedRegex(@"\b(?:don vi tinh|dv tinh|dvt)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stated();

    [GeneratedRegex(@"^\s*\(?\s*don vi\s*:", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnitAlone();

    // "Trăm" folds like "trạm", so it needs its noun.
    [GeneratedRegex(@"\b(?:nghin|ngan(?! hang)|trieu)\b|\b(?:10{2,6}|10{0,2}(?: 000)+)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScaleWord();

    [GeneratedRegex(@"(?<!\bphan )(?<!\btren )\b(?:nghin|ngan|trieu|tram) (?:nguoi|luot|ho|hoc sinh|hs|sinh vien|can bo|cb|tai khoan|doanh nghiep|dn)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScaledNoun();

    [GeneratedRegex(@"\(\s*(?:(?:dvt|don vi tinh)\s*:?)?\s*(?:x\s*)?(?:nghin|ngan|trieu|1[. ]?000)\b[^)]*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ScaleInBrackets();
}
