using System.Globalization;
using System.Text.RegularExpressions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>What the margin of one row says.</summary>
/// <param name="First">The row's own first label, for messages; <c>null</c> when the row has none.</param>
internal sealed partial record RowLabels(
    Cell? First,
    NamedIndicator? Indicator,
    Cell? IndicatorCell,
    UnitMention? Unit,
    FigureRole Role,
    bool IsTotal,
    bool IsWholeTotal,
    bool IsFooter,
    bool IsDeceptive)
{
    /// <summary>A label that certainly names another indicator than <see cref="Indicator"/>, as a code in another row's place does.</summary>
    public Cell? Rival { get; init; }

    /// <summary>The row is numbered a), b) or 1.1, or begins with a dash, as the parts of the row above are.</summary>
    public bool IsPart { get; init; }

    /// <summary>The row is numbered I, II, III, as groups are.</summary>
    public bool IsRoman { get; init; }

    /// <summary>The text that gives the row its role; <c>null</c> when the columns do.</summary>
    public UncertainLabel? RoleLabel { get; init; }

    /// <summary>That text says more than the role.</summary>
    public bool IsRoleDoubtful { get; init; }

    /// <summary>What a person said that one of the row's labels means; <c>null</c> when nobody did.</summary>
    public (Cell Cell, LabelMapping Mapping)? Mapped { get; init; }

    /// <param name="rowsName">Whether rows name indicators (else units).</param>
    public static RowLabels Of(SheetView view, SheetRow row, TableMargin margin, bool rowsName, Vocabulary words)
    {
        var cells = margin.Labels.Select(c => LabelAt(view, row.Number, c)).OfType<Cell>().Where(c => c.Kind == CellKind.Text && c.Text.Trim().Length > 0).Distinct().ToList();
        var own = cells.Where(c => !IsNumbering(c.Text)).ToList();
        var first = own.FirstOrDefault();
        // Phường Cống Vị and Xã Cộng Hòa fold like "cộng …": a ward's name is no total.
        var total = own.Find(c => HeaderWords.IsTotal(c.Text, !rowsName) && words.Unit(c.Text, view.Ref(c)) is not { IsCertain: true });
        var indicatorCell = rowsName ? own
            .Where(c => words.Indicator(c.Text) is not null)
            .OrderByDescending(c => words.Indicator(c.Text)!.IsCertain)
            .ThenByDescending(c => c.Text.Length)
            .FirstOrDefault() : null;
        var named = indicatorCell is null ? null : words.Indicator(indicatorCell.Text);
        if (rowsName && named is null && own.Count is 2 or 3 && words.Indicator(string.Join(' ', own.OrderBy(c => c.Column).Select(c => c.Text))) is { IsCertain: true } split)
        {
            // One name written over two cells.
            (indicatorCell, named) = (own.MinBy(c => c.Column), split);
        }

        var mapped = rowsName ? own.Find(c => words.MappingOf(c.Text) is not null) : null;
        var unit = own.Where(c => c != indicatorCell).Select(c => UnitOf(view, c, margin, rowsName, words)).FirstOrDefault(u => u is not null);
        if (unit is not null && CodeIn(view, row, own, margin) is { } code)
        {
            unit = words.BesideCode(unit, code);
        }

        var rival = indicatorCell is null ? null : own.Find(c => c != indicatorCell && words.Indicator(c.Text) is { IsCertain: true } other && other.Code != named!.Code);
        var ofRole = margin.RowsHoldRoles ? own.FindLast(c => HeaderWords.RoleOf(c.Text, c == indicatorCell) != FigureRole.None) : null;
        var role = ofRole is null ? FigureRole.None : HeaderWords.RoleOf(ofRole.Text, ofRole == indicatorCell);
        return new RowLabels(
            first,
            named,
            indicatorCell,
            unit,
            role,
            total is not null && indicatorCell is null,
            total is not null && HeaderWords.IsWholeTotal(total.Text),
            first is not null && HeaderWords.IsFooter(first.Text),
            own.Exists(c => DeceptiveText.IsIn(c.Text)))
        {
            RoleLabel = ofRole is null ? null : new UncertainLabel(ofRole.Text.Trim(), view.Ref(ofRole)),
            IsRoleDoubtful = ofRole is not null && ofRole != indicatorCell && role != FigureRole.Ignored && words.IsRoleDoubtful(ofRole.Text),
            Rival = rival,
            IsPart = cells.Exists(c => IsPartNumber(c.Text)),
            IsRoman = cells.Exists(c => IsRomanNumeral(c.Text)),
            Mapped = mapped is null ? null : (mapped, words.MappingOf(mapped.Text)!),
        };
    }

    /// <summary>Digits, Roman numerals and list marks in the margin name nothing.</summary>
    public static bool IsNumbering(string text)
    {
        var bare = text.Trim().Trim('(', ')', '.', '-', '+', '*', ' ');
        return bare.Length == 0 || bare.All(c => char.IsAsciiDigit(c) || c == '.') && bare.Length <= 4 || (bare.Length <= 5 && bare.All(c => "IVXivx".Contains(c, StringComparison.Ordinal)))
            || (bare.Length == 1 && char.IsAsciiLetter(bare[0]));
    }

    /// <summary>A unit's code in the margin: five digits, or a number in a column of codes.</summary>
    private static string? CodeIn(SheetView view, SheetRow row, List<Cell> own, TableMargin margin) =>
        own.Find(c => c.Text.Trim() is { Length: 5 } text && text.All(char.IsAsciiDigit)) is { } cell ? cell.Text.Trim()
        : margin.CodeColumn > 0 && view.At(row.Number, margin.CodeColumn) is { Kind: CellKind.Number, Number: >= 1 and <= 99_999 } number ? number.Number.ToString("00000", CultureInfo.InvariantCulture)
        : null;

    private static bool IsPartNumber(string text) => PartNumber().IsMatch(text);

    [GeneratedRegex(@"^\s*(?:\(?[a-hđ][).]?\s*$|[a-hđ][).]\s|\d{1,2}\.\d{1,2}\.?(?:\s|$)|[-–+*•]\s*\p{L}|[-–+*•]\s*$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PartNumber();

    private static bool IsRomanNumeral(string text) =>
        text.Trim().TrimEnd('.') is { Length: > 0 and <= 5 } numeral && numeral.All(c => "IVX".Contains(c, StringComparison.Ordinal));

    /// <summary>A label merged over several rows holds for each of them; one merged over several columns only once.</summary>
    private static Cell? LabelAt(SheetView view, int row, int column) =>
        view.At(row, column) ?? (view.MergeAt(row, column) is { } merge && merge.Left == column ? view.Shown(row, column) : null);

    private static UnitMention? UnitOf(SheetView view, Cell cell, TableMargin margin, bool rowsName, Vocabulary words) =>
        rowsName && cell.Column != margin.UnitColumn
            ? words.Unit(cell.Text, view.Ref(cell)) is { IsCertain: true } certain ? certain : null
            : words.Unit(cell.Text, view.Ref(cell));
}

/// <summary>The columns beside the figures.</summary>
/// <param name="Labels">Those whose texts may name the row, the likeliest first.</param>
/// <param name="UnitColumn">The one headed as the units' column; 0 when none is.</param>
/// <param name="CodeColumn">The one headed as codes; 0 when none is.</param>
internal sealed record TableMargin(IReadOnlyList<int> Labels, int UnitColumn, int CodeColumn, bool RowsHoldRoles)
{
    public static TableMargin Of(TableHead head, SheetView view)
    {
        var known = head.Columns.ToDictionary(c => c.Index);
        var labels = Enumerable.Range(1, Math.Max(view.LastColumn, 1))
            .Where(c => !known.TryGetValue(c, out var column) || IsLabel(column))
            .Where(c => c >= head.Columns[0].Index - 2 && c <= head.Columns[^1].Index + 2)
            .OrderBy(c => Rank(known.GetValueOrDefault(c)))
            .ThenBy(c => c)
            .ToList();
        var unitColumn = head.Columns.FirstOrDefault(c => c.Heading == Heading.Unit)?.Index ?? 0;
        var columnsHoldRoles = head.Columns.Any(c => c.HoldsFigures && c.Role != FigureRole.None);
        var codeColumn = head.Columns.FirstOrDefault(c => c.Heading == Heading.Code)?.Index ?? 0;
        return new TableMargin(labels, unitColumn, codeColumn, !columnsHoldRoles);
    }

    private static bool IsLabel(TableColumn column) => !column.HoldsFigures && column.Role == FigureRole.None && column.Heading is not (Heading.UnitOfMeasure or Heading.Note);

    private static int Rank(TableColumn? column) => column?.Heading switch
    {
        Heading.Name or Heading.Unit => 0,
        Heading.Code => 1,
        Heading.Number => 3,
        _ => 2,
    };
}
