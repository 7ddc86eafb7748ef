using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.Features.Review;

/// <summary>
/// Which findings of a workbook are about which of its wards. Findings are kept with the file: those of a consolidated one belong to the ward in whose row
/// (or column, where wards stand side by side) their cell lies; what lies in nobody's, or has no cell, concerns them all.
/// </summary>
/// <param name="isOfOneWard">It was sent for a ward, and is about nobody else.</param>
/// <param name="cells">The cells of every figure that was taken from the workbook, by submission.</param>
internal sealed class WardFindings(bool isOfOneWard, ReportLayout layout, ILookup<int, CellRef> cells)
{
    private readonly HashSet<(string Sheet, int Line)> _taken = [.. cells.SelectMany(c => c).Select(c => LineOf(c, layout))];

    public bool IsAbout(SubmissionFinding finding, int submissionId)
    {
        if (isOfOneWard)
        {
            return true;
        }

        if (finding is not { Sheet: { } sheet, Cell: { } address })
        {
            return false;
        }

        return cells[submissionId].Any(c => LineOf(c, layout) == LineOf(new CellRef(sheet, address), layout));
    }

    /// <summary>Whether it is said of the file as a whole.</summary>
    public bool IsAboutAll(SubmissionFinding finding) =>
        !isOfOneWard && (finding is not { Sheet: { } sheet, Cell: { } address } || !_taken.Contains(LineOf(new CellRef(sheet, address), layout)));

    private static (string Sheet, int Line) LineOf(CellRef cell, ReportLayout layout) =>
        (cell.Sheet, layout == ReportLayout.UnitsInColumns ? cell.Position.Column : cell.Position.Row);
}
