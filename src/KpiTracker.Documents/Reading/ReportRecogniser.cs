using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Finds the table of indicators in a workbook, wherever it stands, and what the sheet says of its unit and month.</summary>
internal static class ReportRecogniser
{
    /// <returns><c>null</c> when no sheet holds a table of indicators.</returns>
    public static WardReport? Recognise(WorkbookCells workbook, ReadingContext context)
    {
        var words = new Vocabulary(context, workbook.Clock);
        var sheets = workbook.Sheets.Where(s => s.Rows.Count > 0 && !s.IsHidden).ToList();
        if (sheets.Count == 0)
        {
            sheets = [.. workbook.Sheets.Where(s => s.Rows.Count > 0)];
        }

        var read = sheets.Select(s => SheetReader.Read(new SheetView(s, context.Edits), workbook, words)).OfType<SheetReading>().ToList();
        if (read.Count == 0)
        {
            return null;
        }

        var choice = new SheetChoice(read, words);
        var first = choice.Taken[0];
        IEnumerable<UnplacedText> macros = workbook.HasMacros ? [new UnplacedText(first.Name, first.View.Ref(1, 1), UnplacedKind.Macros)] : [];
        return Report(choice.Taken, [.. choice.Taken.SelectMany(StrayCells.In), .. choice.Notes, .. macros]);
    }

    private static WardReport Report(IReadOnlyList<SheetReading> sheets, IEnumerable<UnplacedText> notes)
    {
        var tables = sheets.SelectMany(s => s.Tables).ToList();
        var instead = tables.SelectMany(t => t.Months.Instead).ToList();
        return new WardReport(
            sheets[0].Tables.MaxBy(t => t.Figures)!.Layout,
            sheets[0].Name,
            [.. tables.SelectMany(t => t.Lines)],
            instead.Count > 0 ? instead : [.. tables.SelectMany(t => t.Title.Periods).Distinct()],
            [.. tables.SelectMany(t => t.Title.Units).DistinctBy(u => u.Cell)],
            [.. tables.SelectMany(t => t.Totals)],
            [.. tables.SelectMany(t => t.Unplaced), .. notes])
        {
            Sums = [.. tables.SelectMany(t => t.Sums)],
        };
    }
}
