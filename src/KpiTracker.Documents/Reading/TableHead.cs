using KpiTracker.Documents.Gate;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Documents.Reading;

/// <summary>A column as its head describes it.</summary>
/// <param name="Period">A month named in the head, where months stand side by side.</param>
internal sealed record TableColumn(
    int Index,
    string Text,
    CellRef Cell,
    Heading Heading,
    FigureRole Role,
    string? Indicator,
    UnitMention? Unit,
    bool IsTotal,
    ReportingPeriod? Period)
{
    /// <summary>The head's text, when that only resembles the indicator's name.</summary>
    public UncertainLabel? Resembles { get; init; }

    /// <summary>The text that gives the column its role; the whole head when none does.</summary>
    public string RoleText { get; init; } = string.Empty;

    /// <summary>That text says more than the role.</summary>
    public bool IsRoleDoubtful { get; init; }

    /// <summary>Another column says the same, so that its figures are not accepted.</summary>
    public bool IsContested { get; init; }

    /// <summary>What stands over the column and those beside it; empty for a head of one row.</summary>
    public string Group { get; init; } = string.Empty;

    /// <summary>What a person said that the head means, and of which of its texts.</summary>
    public LabelMapping? Mapping { get; init; }

    public string MappedText { get; init; } = string.Empty;

    /// <summary>The text that nobody knows, by which a person can say what the column means.</summary>
    public string UnknownText { get; init; } = string.Empty;

    public bool HoldsFigures => Heading == Heading.None && Role != FigureRole.Ignored && (Role != FigureRole.None || Indicator is not null || Unit is not null || IsTotal);
}

/// <summary>The head of a table: one to several rows, merged or not, that say what the columns hold.</summary>
internal sealed record TableHead(int Top, int Bottom, IReadOnlyList<TableColumn> Columns)
{
    private const int TallestHead = 7;
    private const int ShortestIgnoringTitle = 30;

    /// <summary>A text over the first of its columns reaches over so many.</summary>
    private const int WidestGap = 8;

    /// <summary>Whether a table's head may begin in this row.</summary>
    public static bool MayBegin(SheetView view, SheetRow row, Vocabulary words)
    {
        words.KeepWithinBudget();
        int roles = 0, headings = 0, named = 0, indicators = 0;
        var hasNameHeading = false;
        foreach (var cell in row.Cells)
        {
            if (cell.Kind == CellKind.Number)
            {
                return false;
            }

            if (cell.Kind != CellKind.Text)
            {
                continue;
            }

            var meaning = words.MeaningOf(cell.Text, view.Ref(cell));
            headings += meaning.Heading != Heading.None ? 1 : 0;
            hasNameHeading |= meaning.Heading is Heading.Name or Heading.Unit;
            roles += meaning.Role != FigureRole.None ? 1 : 0;
            indicators += meaning.Indicator is not null ? 1 : 0;
            named += meaning.Unit is not null ? 1 : 0;
        }

        return roles >= 2 || indicators >= 2 || (headings >= 1 && roles + indicators + named >= 1) || (headings >= 2 && hasNameHeading);
    }

    public static TableHead Read(SheetView view, int top, Vocabulary words)
    {
        var bottom = BottomOf(view, top, words);
        var texts = Enumerable.Range(top, bottom - top + 1).Select(r => RowTexts(view, r)).ToList();
        var left = texts.SelectMany(t => t.Keys).DefaultIfEmpty(1).Min();
        var right = texts.SelectMany(t => t.Keys).DefaultIfEmpty(0).Max();
        var columns = new List<TableColumn>();
        for (var column = left; column <= right; column++)
        {
            words.KeepWithinBudget();
            columns.Add(ColumnOf(view, column, Stack(view, texts, column, top, words), words, top));
        }

        return new TableHead(top, bottom, HeadGaps.Fill([.. InContext(columns)], words));
    }

    private static int BottomOf(SheetView view, int top, Vocabulary words)
    {
        var bottom = top;
        while (bottom - top < TallestHead && view.Row(bottom + 1) is { } next && !HoldsFigures(next)
            && (IsCoveredFromAbove(view, top, bottom) || GoesOn(view, next, words) || IsColumnNumbers(next)))
        {
            bottom++;
        }

        // A row that numbers the columns holds numbers, and still is head.
        return view.Row(bottom + 1) is { } numbers && IsColumnNumbers(numbers) ? bottom + 1 : bottom;
    }

    private static bool HoldsFigures(SheetRow row) => row.Cells.Any(c => c.Kind == CellKind.Number);

    private static bool IsCoveredFromAbove(SheetView view, int top, int bottom)
    {
        for (var row = top; row <= bottom; row++)
        {
            if (view.Row(row)?.Cells.Any(c => view.MergeAt(row, c.Column) is { } merge && merge.Top >= top && merge.Bottom > bottom && merge.Bottom - top < TallestHead) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static bool GoesOn(SheetView view, SheetRow row, Vocabulary words)
    {
        int roles = 0, named = 0, parts = 0;
        foreach (var cell in row.Cells)
        {
            var meaning = cell.Kind == CellKind.Text ? words.MeaningOf(cell.Text, view.Ref(cell)) : default;
            var isPart = HeaderWords.IsTotal(cell.Text, false) || IsSubset(cell.Text);
            if (!meaning.SaysSomething && !HeaderWords.IsColumnNumber(cell.Text) && !isPart)
            {
                return false;
            }

            parts += isPart ? 1 : 0;
            roles += meaning.Role != FigureRole.None ? 1 : 0;
            named += meaning.Indicator is not null || meaning.Unit is not null ? 1 : 0;
        }

        return named >= 2 || (roles >= 1 && named != 1) || roles >= 2 || parts >= 2;
    }

    /// <summary>Some of the people only: <c>Nam</c> and <c>Nữ</c>, beside <c>Chung</c>. "Nam" alone, since it folds like "năm".</summary>
    private static bool IsSubset(string text) => text.Length <= ShortestIgnoringTitle && Fold.Words(text) is var words && (words == "nam" || LabelQualifiers.NameSubset(words));

    private static bool IsColumnNumbers(SheetRow row) =>
        row.Cells.Count >= 3 && row.Cells.All(c => c.Kind switch
        {
            CellKind.Number => c.Number is >= 1 and <= 99 && c.Number == decimal.Floor(c.Number),
            CellKind.Text => HeaderWords.IsColumnNumber(c.Text),
            _ => false,
        })
        && IsAscending(row);

    private static bool IsAscending(SheetRow row)
    {
        var numbers = row.Cells.Where(c => c.Kind == CellKind.Number).Select(c => c.Number).ToList();
        return numbers.Count == 0 || numbers.Zip(numbers.Skip(1)).All(p => p.Second == p.First + 1);
    }

    private static Dictionary<int, string> RowTexts(SheetView view, int row)
    {
        var texts = new Dictionary<int, string>();
        foreach (var cell in view.Row(row)?.Cells ?? [])
        {
            if (cell.Kind == CellKind.Text && cell.Text.Trim().Length > 0)
            {
                var merge = view.MergeAt(row, cell.Column);
                for (var column = cell.Column; column <= Math.Min(merge?.Right ?? cell.Column, cell.Column + 200); column++)
                {
                    texts[column] = cell.Text;
                }
            }
        }

        return texts;
    }

    /// <summary>What stands over a column, from the top; a text over the first of its columns only is taken to reach over those beside it.</summary>
    private static List<string> Stack(SheetView view, List<Dictionary<int, string>> texts, int column, int top, Vocabulary words)
    {
        var stack = new List<string>();
        for (var row = 0; row < texts.Count; row++)
        {
            var text = texts[row].GetValueOrDefault(column) ?? (IsUnderOther(texts, row, column) ? FromLeft(view, texts, row, column, top, words) : null);
            if (text is not null && !stack.Contains(text) && !HeaderWords.IsColumnNumber(text))
            {
                stack.Add(text);
            }
        }

        return stack;
    }

    private static bool IsUnderOther(List<Dictionary<int, string>> texts, int row, int column) => texts.Skip(row + 1).Any(t => t.ContainsKey(column));

    private static string? FromLeft(SheetView view, List<Dictionary<int, string>> texts, int row, int column, int top, Vocabulary words)
    {
        var left = column - 1;
        while (left > 0 && column - left <= WidestGap && !texts[row].ContainsKey(left))
        {
            left--;
        }

        if (left == 0 || column - left > WidestGap || !IsUnderOther(texts, row, left))
        {
            return null;
        }

        var meaning = words.MeaningOf(texts[row][left], view.Ref(top + row, left));
        return meaning.Heading == Heading.None && texts.Skip(row + 1).Any(t => t.TryGetValue(column, out var below) && words.MeaningOf(below, view.Ref(top, column)).Heading == Heading.None)
            ? texts[row][left]
            : null;
    }

    /// <summary>
    /// A name that only resembles an indicator's is another's when the indicator itself stands beside it, and so is a doubtful role beside a plain
    /// one; and among columns of units <c>Tổng cộng</c> is the total of all, not the whole.
    /// </summary>
    private static IEnumerable<TableColumn> InContext(List<TableColumn> columns)
    {
        var named = columns.Where(c => c.Indicator is not null && c.Resembles is null).Select(c => c.Indicator).ToHashSet();
        var plain = columns.Where(c => c is { IsRoleDoubtful: false, Heading: Heading.None }).Select(PlaceOf).ToHashSet();
        var nameUnits = columns.Exists(c => c.Unit is not null);
        var parted = columns.Where(c => c.Group.Length > 0 && IsPart(c)).Select(c => c.Group).ToHashSet();
        return columns.Select(column => column switch
        {
            { Resembles: not null } when named.Contains(column.Indicator) => column with { Indicator = null, Resembles = null },
            { IsRoleDoubtful: true } when plain.Contains(PlaceOf(column)) => column with { Role = FigureRole.None, Indicator = null, Resembles = null, Unit = null },
            { Role: FigureRole.Denominator } when parted.Contains(column.Group) && HeaderWords.IsWholeTotal(column.RoleText) && HeaderWords.RoleOf(column.Group, false) is var role and not (FigureRole.None or FigureRole.Ignored) =>
                column with { Role = role, IsTotal = false },
            { IsTotal: true } when nameUnits && HeaderWords.IsWholeTotal(column.Text) => column with { Role = FigureRole.None },
            _ => column,
        });
    }

    /// <summary>Men or women only, beside whom <c>Tổng</c> is all of the same.</summary>
    private static bool IsPart(TableColumn column) =>
        column.Text.Length > column.Group.Length && column.Text[column.Group.Length..].Trim() is var own && IsSubset(own);

    private static (FigureRole, string?, UnitKey?, string?, ReportingPeriod?) PlaceOf(TableColumn column) =>
        (column.Role, column.Indicator, column.Unit?.Unit, column.Unit?.Written, column.Period);

    private static TableColumn ColumnOf(SheetView view, int index, List<string> stack, Vocabulary words, int top)
    {
        var cell = view.Ref(top, index);
        var meanings = stack.ConvertAll(t => words.MeaningOf(t, cell));
        var whole = string.Join(" ", stack);
        var mapped = meanings.FindIndex(m => m.Mapping is not null);
        var mapping = mapped >= 0 ? meanings[mapped].Mapping : stack.Count > 1 ? words.MappingOf(whole) : null;
        if (mapping is not null && mapped < 0)
        {
            meanings = [.. meanings, words.MeaningOf(whole, cell)];
        }

        var isIgnored = stack.Take(Math.Max(0, stack.Count - 1)).Any(t => t.Length <= ShortestIgnoringTitle && (HeaderWords.RoleOf(t, false) == FigureRole.Ignored || words.SaysAnotherYear(t)));
        var isSubset = mapping is null && stack.Where((t, i) => meanings[i].Indicator is null && IsSubset(t)).Any();
        var ofRole = isSubset ? -1 : meanings.FindLastIndex(m => m.Role != FigureRole.None);
        var role = ofRole < 0 ? FigureRole.None : meanings[ofRole].Role;
        var named = isSubset ? -1 : meanings.FindLastIndex(m => m.Indicator is not null);
        var unit = isSubset ? null : meanings.Select(m => m.Unit).FirstOrDefault(u => u is not null);
        var isFigure = role != FigureRole.None || named >= 0 || unit is not null;
        var unknown = meanings.FindLastIndex(m => !m.SaysSomething);
        return new TableColumn(
            index,
            whole,
            cell,
            isFigure && stack.Count > 1 ? Heading.None : meanings.LastOrDefault(m => m.Heading != Heading.None).Heading,
            isIgnored || mapping?.Use == LabelUse.Ignored ? FigureRole.Ignored : role,
            named < 0 ? null : meanings[named].Indicator!.Code,
            unit,
            unit is null && !isSubset && stack.Count > 0 && HeaderWords.IsWholeTotal(stack[0]) && (stack.Count > 1 || Fold.Words(stack[0]) != "tong so"),
            PeriodStatements.InHead(whole, words.Context.Period) ?? (role is FigureRole.None or FigureRole.Denominator ? null : PeriodStatements.OfDayInHead(whole, words.Context.Period)))
        {
            Resembles = named >= 0 && !meanings[named].Indicator!.IsCertain ? new UncertainLabel(stack[named], cell) : null,
            RoleText = ofRole >= 0 && ofRole < stack.Count ? stack[ofRole] : whole,
            Group = stack.Count > 1 ? stack[0] : string.Empty,
            IsRoleDoubtful = ofRole >= 0 && meanings[ofRole].IsRoleDoubtful && mapping is null,
            Mapping = mapping,
            MappedText = mapped >= 0 ? stack[mapped] : whole,
            UnknownText = unknown >= 0 && unknown < stack.Count ? stack[unknown] : whole,
        };
    }
}
