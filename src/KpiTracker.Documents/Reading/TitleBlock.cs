using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>What stands above the table, and a template's hidden marks: the months and units that the sheet says it is for.</summary>
/// <param name="Units">Units of the scope's level, certain or not of this time.</param>
/// <param name="Wards">For a workbook of many wards: those that the title, or else the sheet's name, says it is about.</param>
internal sealed record TitleBlock(IReadOnlyList<StatedPeriod> Periods, IReadOnlyList<UnitMention> Units, IReadOnlyList<UnitMention> Wards)
{
    private const int LongestTitle = 400;

    public static TitleBlock Nothing { get; } = new([], [], []);

    /// <param name="after">The row that ends the table above; 0 for the sheet's first.</param>
    public static TitleBlock Read(SheetView view, int after, int headTop, IReadOnlyDictionary<string, string> definedNames, Vocabulary words)
    {
        var marks = after == 0 ? TemplateMarks.Read(view, definedNames, words) : Nothing;
        var titles = view.Rows.Where(r => r.Number > after && r.Number < headTop).ToList();
        var periods = titles.SelectMany(r => PeriodsIn(view, r, words.Context.Period)).ToList();
        var named = view.Ref(1, 1);
        if (periods.Count == 0 && after == 0)
        {
            periods = [.. PeriodStatements.InSheetName(view.Sheet.Name, words.Context.Period).Select(p => new StatedPeriod(p.Period, p.Written, null))];
        }

        var texts = titles.SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Text && c.Text.Length <= LongestTitle).ToList();
        var units = texts.SelectMany(c => new[] { words.UnitInTitle(c.Text, view.Ref(c)), words.Scope.IsWard ? words.WardOfCodeIn(c.Text, view.Ref(c)) : null }).OfType<UnitMention>().ToList();
        if (units.Count == 0 && after == 0 && words.WardInSheetName(view.Sheet.Name, named) is { } sheetWard && words.Scope.IsWard)
        {
            units = [sheetWard];
        }

        return new TitleBlock([.. marks.Periods, .. periods], [.. marks.Units, .. units], words.Scope.IsWard ? [] : WardsNamed(view, after, texts, marks, words));
    }

    /// <summary>What the title over the first table says holds for those below, where theirs is silent.</summary>
    public TitleBlock Or(TitleBlock sheet) =>
        new(Periods.Count > 0 ? Periods : sheet.Periods, Units.Count > 0 ? Units : sheet.Units, Wards.Count > 0 ? Wards : sheet.Wards);

    private static IReadOnlyList<UnitMention> WardsNamed(SheetView view, int after, List<Cell> texts, TitleBlock marks, Vocabulary words)
    {
        if (marks.Wards.Count > 0)
        {
            return marks.Wards;
        }

        var titled = texts.Select(c => words.WardInTitle(c.Text, view.Ref(c))).OfType<UnitMention>().ToList();
        if (after > 0)
        {
            return titled;
        }

        var sheet = words.WardInSheetName(view.Sheet.Name, view.Ref(1, 1));
        return titled.Count == 0 ? (sheet is null ? [] : [sheet])
            : sheet is null || titled.Exists(t => t.Unit == sheet.Unit) ? titled
            : [.. titled.Select(t => t with { Rival = new RivalUnit(view.Sheet.Name, words.Context.Units.Find(sheet.Unit!.Value)!, false) })];
    }

    /// <summary>A row's cells are read as one sentence: <c>Tháng | 5 | năm | 2025</c> stands in four of them at times.</summary>
    private static IEnumerable<StatedPeriod> PeriodsIn(SheetView view, SheetRow row, ReportingPeriod chosen)
    {
        foreach (var cell in row.Cells.Where(c => c.Kind == CellKind.Text && c.Text.Length <= LongestTitle))
        {
            var found = PeriodStatements.In(cell.Text, chosen).ToList();
            if (found.Count > 0)
            {
                return found.Select(p => new StatedPeriod(p.Period, p.Written, view.Ref(cell)));
            }

            if (PeriodStatements.IsLonger(cell.Text))
            {
                return [new StatedPeriod(chosen, cell.Text.Trim(), view.Ref(cell)) { IsLonger = true }];
            }
        }

        var sentence = string.Join(' ', row.Cells.Select(InSentence));
        return sentence.Length <= LongestTitle && row.Cells.Count > 1
            ? PeriodStatements.In(sentence, chosen).Select(p => new StatedPeriod(p.Period, sentence, view.Ref(row.Cells[0])))
            : [];
    }

    private static string InSentence(Cell cell) => cell switch
    {
        { Kind: CellKind.Date, Date: { } date } => $"{date.Month}/{date.Year}",
        { Kind: CellKind.Number } => cell.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => cell.Text,
    };
}
