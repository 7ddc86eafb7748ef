using ClosedXML.Excel;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>The first sheet: head block, the sections of the body, and room to sign, on one A4 page.</summary>
internal static class SignedSheet
{
    // Without a table there still is a page to fill.
    private static readonly double[] BareWidths = [.. Enumerable.Repeat(15d, 10)];

    public static void AddTo(XLWorkbook workbook, SummaryReport report)
    {
        var widest = report.Body.SelectMany(section => section.Blocks).OfType<SummaryBlock.Table>().MaxBy(table => table.Content.Columns.Count);
        var sheet = new SummarySheet(workbook, report.Body[0].Name, widest is null ? BareWidths : SummarySheet.WidthsOf(widest.Content));
        HeadRows.Write(sheet, report.Head);

        TablePlace? table = null;
        foreach (var section in report.Body)
        {
            sheet.Heading(section.Heading);
            table = WriteBlocks(sheet, section) ?? table;
            sheet.Row++;
        }

        WriteSignatures(sheet, report.Signatures);
        sheet.FitToPrint(table, pagesHigh: 1, sheet.Row);
    }

    private static TablePlace? WriteBlocks(SummarySheet sheet, SummarySection section)
    {
        TablePlace? place = null;
        foreach (var block in section.Blocks)
        {
            switch (block)
            {
                case SummaryBlock.Paragraph paragraph:
                    sheet.Paragraph(paragraph.Text);
                    break;
                case SummaryBlock.Note note:
                    sheet.Note(note.Text);
                    break;
                case SummaryBlock.Table table:
                    place = TableWriter.Write(sheet, table.Content);
                    break;
            }
        }

        return place;
    }

    private static void WriteSignatures(SummarySheet sheet, IReadOnlyList<SummarySignature> signatures)
    {
        var half = HeadRows.LeftHalf(sheet);
        foreach (var (index, signature) in signatures.Index())
        {
            var (from, to) = index == 0 ? (1, half) : (half + 1, sheet.LastColumn);
            var capacity = sheet.Line(signature.Capacity, from, to).Style;
            capacity.Font.Bold = true;
            capacity.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
            sheet.Row++;
            var instruction = sheet.Line(signature.Instruction, from, to).Style;
            instruction.Font.Italic = true;
            instruction.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
            sheet.Row--;
        }

        sheet.Row += 5;
    }
}
