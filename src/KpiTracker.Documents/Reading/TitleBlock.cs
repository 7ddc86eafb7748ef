using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>What stands above the table, and a template's hidden marks: the months and units that the sheet says it is for.</summary>
internal sealed record TitleBlock(IReadOnlyList<StatedPeriod> Periods, IReadOnlyList<UnitMention> Units)
{
    private const int LongestTitle = 400;

    public static TitleBlock Read(SheetView view, int headTop, IReadOnlyDictionary<string, string> definedNames, Vocabulary words)
    {
        var marks = TemplateMarks.Read(view, definedNames, words);
        var titles = view.Rows.TakeWhile(r => r.Number < headTop).ToList();
        var periods = titles.SelectMany(r => PeriodsIn(view, r, words.Context.Period.Year)).ToList();
        if (periods.Count == 0)
        {
            periods = [.. PeriodStatements.In(view.Sheet.Name, words.Context.Period.Year).Select(p => new StatedPeriod(p.Period, p.Written, null))];
        }

        var units = titles
            .SelectMany(r => r.Cells)
            .Where(c => c.Kind == CellKind.Text && c.Text.Length <= LongestTitle)
            .Select(c => words.UnitInTitle(c.Text, view.Ref(c)))
            .OfType<UnitMention>();
        return new TitleBlock([.. marks.Periods, .. periods], [.. marks.Units, .. units]);
    }

    /// <summary>A row's cells are read as one sentence: <c>Tháng | 5 | năm | 2025</c> stands in four of them at times.</summary>
    private static IEnumerable<StatedPeriod> PeriodsIn(SheetView view, SheetRow row, int year)
    {
        foreach (var cell in row.Cells.Where(c => c.Kind == CellKind.Text && c.Text.Length <= LongestTitle))
        {
            var found = PeriodStatements.In(cell.Text, year).ToList();
            if (found.Count > 0)
            {
                return found.Select(p => new StatedPeriod(p.Period, p.Written, view.Ref(cell)));
            }
        }

        var sentence = string.Join(' ', row.Cells.Select(InSentence));
        return sentence.Length <= LongestTitle && row.Cells.Count > 1
            ? PeriodStatements.In(sentence, year).Select(p => new StatedPeriod(p.Period, sentence, view.Ref(row.Cells[0])))
            : [];
    }

    private static string InSentence(Cell cell) => cell switch
    {
        { Kind: CellKind.Date, Date: { } date } => $"{date.Month}/{date.Year}",
        { Kind: CellKind.Number } => cell.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => cell.Text,
    };
}
