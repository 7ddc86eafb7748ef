using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Submissions;

internal static class SheetAddress
{
    /// <summary>The page that shows a submission's sheet with one cell marked, scrolled to it.</summary>
    public static string Of(int submissionId, CellRef cell) =>
        $"/submissions/{submissionId}/sheet?cell={cell.Address}&sheet={Uri.EscapeDataString(cell.Sheet)}#o-{cell.Address}";
}
