namespace KpiTracker.Web.Features.Batches;

/// <summary>What may be sent at once. A city has some hundreds of wards, and a ward's workbook some dozens of kilobytes.</summary>
internal static class BatchLimits
{
    /// <summary>Workbooks, those in a zip among them: more than half of the largest city's wards, read in a minute or two.</summary>
    public const int MostFiles = 300;

    /// <summary>Lines of the table, with what is only listed: what stands in zips beside the workbooks.</summary>
    public const int MostListed = 1500;

    /// <summary>All files together: 300 of 600 KB. It is what one sender may take of the server's disk at a time.</summary>
    public const long TotalBytes = 200L << 20;

    /// <summary>Batches that one sender may have open: with their files they lie on the disk for a week.</summary>
    public const int MostOpen = 5;

    /// <summary>The fields and separators of the form around the files.</summary>
    public const long LongestBody = TotalBytes + (1L << 20);
}
