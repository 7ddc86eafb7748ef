using KpiTracker.Documents.Gate;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Documents.Reading;

/// <summary>For which ward of a district or area a file is, when only the file can say so.</summary>
public abstract record WardSearch
{
    private WardSearch()
    {
    }

    /// <summary>One ward.</summary>
    /// <param name="IsCertain"><c>false</c> when only the file's name says so, or a spelling that merely resembles the ward's: asked, never assumed.</param>
    /// <param name="Reading">The file read as this ward's report.</param>
    public sealed record One(OrganisationUnit Ward, bool IsCertain, WorkbookReading.Recognised Reading) : WardSearch;

    /// <summary>Several wards: a consolidated workbook, read as the district's.</summary>
    public sealed record Several(WorkbookReading.Recognised Reading) : WardSearch;

    /// <summary>A table, but neither it nor the file's name says whose.</summary>
    public sealed record Unknown(WorkbookReading.Recognised Reading) : WardSearch;

    /// <summary>Not fit to open, or no table in it.</summary>
    public sealed record Unreadable(UnreadableReason Reason) : WardSearch;
}
