using KpiTracker.Data;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// Remembers in the data folder that the sample data was removed, so that the next start in Development does not load it again.
/// </summary>
internal static class SampleDataChoice
{
    private const string FileName = "sample-data-removed";

    public static bool IsDeclined(DataDirectory directory) => File.Exists(PathIn(directory));

    public static void Decline(DataDirectory directory) => File.WriteAllText(PathIn(directory), "");

    public static void Accept(DataDirectory directory) => File.Delete(PathIn(directory));

    private static string PathIn(DataDirectory directory) => Path.Combine(directory.Root, FileName);
}
