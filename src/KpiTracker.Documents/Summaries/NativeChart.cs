using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using KpiTracker.Domain.Summaries;

namespace KpiTracker.Documents.Summaries;

/// <summary>Where a chart goes and where its figures stand.</summary>
/// <param name="HeadRow">The row of the column heads over the figures, from 1; the figures follow below it.</param>
/// <param name="TopRow">The row at whose top the chart begins, from 1.</param>
/// <param name="LeftColumn">How many columns lie to its left.</param>
internal sealed record ChartPlace(string Sheet, SummaryBlock.Chart Chart, int HeadRow, int TopRow, int LeftColumn, int Columns, int Rows);

/// <summary>Adds charts that the spreadsheet program itself draws to a workbook that is already written.</summary>
internal static class NativeChart
{
    public static void AddTo(Stream workbook, IEnumerable<ChartPlace> places)
    {
        workbook.Position = 0;
        using var document = SpreadsheetDocument.Open(workbook, isEditable: true);
        var book = document.WorkbookPart!;
        foreach (var place in places)
        {
            var sheet = book.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == place.Sheet);
            Add((WorksheetPart)book.GetPartById(sheet.Id!), place);
        }
    }

    private static void Add(WorksheetPart sheet, ChartPlace place)
    {
        var drawings = sheet.AddNewPart<DrawingsPart>();
        var chart = drawings.AddNewPart<ChartPart>();
        Feed(chart, ChartXml.Chart(place));
        Feed(drawings, ChartXml.Drawing(place, drawings.GetIdOfPart(chart)));
        if (!sheet.Worksheet.AddChild(new Drawing { Id = sheet.GetIdOfPart(drawings) }, throwOnError: false))
        {
            throw new InvalidOperationException("The sheet has no room for a drawing.");
        }
    }

    private static void Feed(OpenXmlPart part, System.Xml.Linq.XElement content)
    {
        using var stream = new MemoryStream();
        content.Save(stream);
        stream.Position = 0;
        part.FeedData(stream);
    }
}
