using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Finds the table of indicators in a workbook, wherever it stands, and what the sheet says of its unit and month.</summary>
internal static class ReportRecogniser
{
    private const int HeadsTried = 40;

    /// <summary>So many empty rows or columns away from everything, a cell is a slip of the hand.</summary>
    private const int StrayDistance = 8;

    /// <returns><c>null</c> when no sheet holds a table of indicators.</returns>
    public static WardReport? Recognise(WorkbookCells workbook, ReadingContext context)
    {
        var words = new Vocabulary(context);
        var sheets = workbook.Sheets.Where(s => s.Rows.Count > 0 && !s.IsHidden).ToList();
        if (sheets.Count == 0)
        {
            sheets = [.. workbook.Sheets.Where(s => s.Rows.Count > 0)];
        }

        var read = sheets.Select(s => ReadSheet(new SheetView(s, context.Edits), workbook, words)).OfType<SheetReading>().ToList();
        if (read.Count == 0)
        {
            return null;
        }

        var best = read.OrderByDescending(r => r.StatesPeriod(context.Period)).ThenByDescending(r => r.Figures).First();
        var others = read.Where(r => r != best).Select(r => new UnplacedText(r.View.Sheet.Name, r.View.Ref(r.Tables[0].Head.Top, r.Tables[0].Head.Columns[0].Index), UnplacedKind.OtherSheet));
        return Report(best, workbook.HasMacros ? others.Prepend(new UnplacedText(best.View.Sheet.Name, best.View.Ref(1, 1), UnplacedKind.Macros)) : others);
    }

    private static WardReport Report(SheetReading best, IEnumerable<UnplacedText> others) => new(
        best.Tables[0].Layout,
        best.View.Sheet.Name,
        [.. best.Tables.SelectMany(t => t.Lines)],
        best.Title.Periods,
        best.Title.Units,
        [.. best.Tables.SelectMany(t => t.Totals)],
        [.. best.Tables.SelectMany(t => t.Unplaced), .. Strays(best), .. others]);

    private static SheetReading? ReadSheet(SheetView view, WorkbookCells workbook, Vocabulary words)
    {
        var heads = view.Rows.Where(r => TableHead.MayBegin(view, r, words)).Select(r => r.Number).Take(HeadsTried).ToList();
        var tables = new List<TableReading>();
        var from = 0;
        while (Best(view, heads.FindAll(h => h > from), words) is { } table)
        {
            tables.Add(table);
            from = Math.Max(table.LastRow, table.Head.Bottom);
        }

        if (tables.Count == 0)
        {
            return null;
        }

        var title = TitleBlock.Read(view, tables[0].Head.Top, workbook.DefinedNames, words);
        return new SheetReading(view, [.. tables.Where(t => t.Layout == tables[0].Layout)], title);
    }

    private static TableReading? Best(SheetView view, List<int> heads, Vocabulary words)
    {
        TableReading? best = null;
        for (var i = 0; i < heads.Count; i++)
        {
            // A lower row of a head that was understood is no head of its own; below the table another one may follow.
            if (best is not null && heads[i] <= best.Head.Bottom)
            {
                continue;
            }

            if (best is not null && heads[i] > best.LastRow)
            {
                break;
            }

            var head = TableHead.Read(view, heads[i], words);
            var end = heads.Skip(i + 1).FirstOrDefault(h => h > head.Bottom, int.MaxValue);

            var table = TableReader.Read(view, head, end, words);
            best = table is not null && table.Figures > (best?.Figures ?? 0) ? table : best;
        }

        return best;
    }

    /// <summary>Content far from everything else: one warning, however much of it there is.</summary>
    private static IEnumerable<UnplacedText> Strays(SheetReading read)
    {
        if (read.View.Sheet.IsDeclaredVast)
        {
            yield return new UnplacedText(read.View.Sheet.Name, read.View.Ref(1, 1), UnplacedKind.VastSheet);
        }

        var right = read.Tables.Max(t => t.Head.Columns[^1].Index);
        var lastRow = read.Tables.Max(t => t.LastRow);
        foreach (var row in read.View.Rows)
        {
            var isFar = row.Number > lastRow && row.Number - lastRow > StrayDistance;
            lastRow = isFar ? lastRow : Math.Max(lastRow, row.Number);
            var stray = isFar ? row.Cells[0] : row.Cells.FirstOrDefault(c => c.Column > right + StrayDistance);
            if (stray is not null)
            {
                yield return new UnplacedText(CellText.Of(stray), read.View.Ref(stray), UnplacedKind.StrayCell);
                yield break;
            }
        }
    }
}
