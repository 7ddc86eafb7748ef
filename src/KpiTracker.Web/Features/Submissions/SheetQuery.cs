using KpiTracker.Data.Accounts;
using KpiTracker.Documents.Grids;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>Opens a submission's workbook at one cell.</summary>
internal sealed class SheetQuery(SubmissionQuery submissions)
{
    /// <param name="sheet"><c>null</c>: the sheet of the figure that stands in the cell, else the one the figures come from.</param>
    public async Task<SheetGridReading> ReadAsync(SubmissionDetails details, string? sheet, string cell, Officer officer, CancellationToken cancellationToken)
    {
        var figure = details.Figures.FirstOrDefault(f => f.Cell.Address == cell) ?? details.Figures.FirstOrDefault(_ => true);
        sheet ??= figure?.Cell.Sheet;
        if (sheet is null || await submissions.OpenWorkbookAsync(details.Id, officer, cancellationToken) is not { } workbook)
        {
            return new SheetGridReading.NoSuchCell();
        }

        await using (workbook.Content)
        {
            return await OwnThread.RunAsync(() => SheetGridReader.Read(workbook.Content, sheet, cell), cancellationToken);
        }
    }
}
