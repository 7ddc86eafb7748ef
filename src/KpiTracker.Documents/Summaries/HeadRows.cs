using ClosedXML.Excel;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>The head of a report over the sheet's whole width: agency left, country right, title, subject, and the facts in two columns.</summary>
internal static class HeadRows
{
    public static void Write(SummarySheet sheet, SummaryHead head)
    {
        var half = LeftHalf(sheet);
        Pair(sheet, head.SuperiorAgency ?? head.Agency, isLeftBold: head.SuperiorAgency is null, head.Country, half);
        Pair(sheet, head.SuperiorAgency is null ? "" : head.Agency, isLeftBold: true, head.Motto, half);
        sheet.Sheet.Cell(sheet.Row - 1, half + 1).Style.Font.Underline = XLFontUnderlineValues.Single;
        Centred(sheet.Line(head.PlaceAndDate, half + 1, sheet.LastColumn)).Font.Italic = true;
        sheet.Row += 2;

        var title = Centred(sheet.Line(head.Title));
        title.Font.Bold = true;
        title.Font.FontSize = 16;
        sheet.Raise(sheet.Row, 2);
        sheet.Row++;
        var subject = Centred(sheet.Line(head.Subject));
        subject.Font.Bold = true;
        subject.Font.FontSize = 14;
        sheet.Row += 2;

        WriteFacts(sheet, head.Facts, half);
        var standing = sheet.Line(head.Standing).Style;
        standing.Font.Italic = true;
        standing.Font.Bold = head.IsProvisional;
        sheet.Row += 2;
    }

    /// <summary>The last column of the left half, by width.</summary>
    public static int LeftHalf(SummarySheet sheet)
    {
        var half = sheet.Widths.Sum() / 2;
        var column = 0;
        for (var width = 0d; column < sheet.LastColumn - 1 && width + (sheet.Widths[column] / 2) < half; column++)
        {
            width += sheet.Widths[column];
        }

        return column;
    }

    /// <summary>Labels and values each in a cell of their own: a date stays a date.</summary>
    private static void WriteFacts(SummarySheet sheet, IReadOnlyList<SummaryFact> facts, int half)
    {
        foreach (var pair in facts.Chunk(2))
        {
            WriteFact(sheet, pair[0], 1, labelEnd: 2, half);
            if (pair.Length > 1)
            {
                WriteFact(sheet, pair[1], half + 1, labelEnd: half + 2, sheet.LastColumn);
            }

            sheet.Row++;
        }
    }

    private static void WriteFact(SummarySheet sheet, SummaryFact fact, int first, int labelEnd, int last)
    {
        sheet.Line($"{fact.Label}:", first, labelEnd).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        var value = sheet.Sheet.Range(sheet.Row, labelEnd + 1, sheet.Row, last).Merge().FirstCell();
        SummaryCellWriter.Write(value, fact.Value);
        value.Style.Font.Bold = true;
        value.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1).Alignment.SetVertical(XLAlignmentVerticalValues.Top);
    }

    private static void Pair(SummarySheet sheet, string left, bool isLeftBold, string right, int half)
    {
        Centred(sheet.Line(left, 1, half)).Font.Bold = isLeftBold;
        Centred(sheet.Line(right, half + 1, sheet.LastColumn)).Font.Bold = true;
        sheet.Row++;
    }

    private static IXLStyle Centred(IXLCell cell)
    {
        cell.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Center;
        return cell.Style;
    }
}
