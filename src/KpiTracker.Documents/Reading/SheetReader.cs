using KpiTracker.Documents.Gate;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Documents.Reading;

/// <summary>Finds the tables of one sheet from the top, each with the title that stands over it.</summary>
internal static class SheetReader
{
    private const int HeadsTried = 200;

    /// <summary>So many rows over a head may be its title.</summary>
    private const int TitleRows = 10;

    /// <returns><c>null</c> when the sheet holds no table of indicators.</returns>
    public static SheetReading? Read(SheetView view, WorkbookCells workbook, Vocabulary words)
    {
        var heads = view.Rows.Where(r => TableHead.MayBegin(view, r, words)).Select(r => r.Number).Take(HeadsTried).ToList();
        var tables = new List<TableReading>();
        var from = 0;
        UncertainLabel? measure = null;
        while (Best(view, heads.FindAll(h => h > from), from, measure, words) is { } table)
        {
            measure = MeasureOver(view, from, table.Head.Top, measure);
            var title = TitleBlock.Read(view, from, table.Head.Top, workbook.DefinedNames, words);
            tables.Add(Named(table with { Title = tables.Count == 0 ? title : title.Or(tables[0].Title) }));
            from = Math.Max(table.LastRow, table.Head.Bottom);
        }

        return tables.Count == 0 ? null : new SheetReading(view, tables, tables);
    }

    /// <summary>In a district's workbook, a table that names no ward on its lines is that of the one ward its title names.</summary>
    private static TableReading Named(TableReading table) =>
        table.Title.Wards.DistinctBy(w => w.Unit).ToList() is [var ward]
            ? table with { Lines = [.. table.Lines.Select(l => l.Unit is null ? l with { Unit = ward } : l)] }
            : table;

    /// <summary>Nothing between a head that comes again and the figures above it names a month or a ward: it is the next page, no next table.</summary>
    private static bool IsSilentAbove(SheetView view, int head, Vocabulary words)
    {
        for (var number = head - 1; number > Math.Max(0, head - TitleRows); number--)
        {
            if (view.Row(number) is not { } row)
            {
                continue;
            }

            if (row.Cells.Any(c => c.Kind == CellKind.Number))
            {
                return true;
            }

            if (row.Cells.Any(c => c.Kind == CellKind.Text && (PeriodStatements.In(c.Text, words.Context.Period).Any() || words.WardInTitle(c.Text, view.Ref(c)) is not null)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The unit of measure that a title states; where it states none, the table above decides.</summary>
    private static UncertainLabel? MeasureOver(SheetView view, int after, int head, UncertainLabel? above) => MeasureUnits.InTitle(view, after, head) ?? above;

    private static TableReading? Best(SheetView view, List<int> heads, int after, UncertainLabel? above, Vocabulary words)
    {
        TableReading? best = null;
        HeadRepeats? repeats = null;
        var silent = new Dictionary<int, bool>();
        for (var i = 0; i < heads.Count; i++)
        {
            // A lower row of a head that was understood is no head of its own, nor is the same head on the next page; below the table another one may follow.
            if (best is not null && (heads[i] <= best.Head.Bottom || (heads[i] <= best.LastRow && repeats!.Contain(view.Row(heads[i])!))))
            {
                continue;
            }

            if (best is not null && heads[i] > best.LastRow)
            {
                break;
            }

            var head = TableHead.Read(view, heads[i], words);
            var own = new HeadRepeats(view, head);
            var end = heads.Skip(i + 1).FirstOrDefault(h => h > head.Bottom && !(own.Contain(view.Row(h)!) && IsSilent(h)), int.MaxValue);
            var table = TableReader.Read(view, head, end, MeasureOver(view, after, head.Top, above), words);
            if (table is not null && table.Figures > (best?.Figures ?? 0))
            {
                (best, repeats) = (table, own);
            }
        }

        return best;

        bool IsSilent(int row) => silent.TryGetValue(row, out var known) ? known : silent[row] = IsSilentAbove(view, row, words);
    }
}
