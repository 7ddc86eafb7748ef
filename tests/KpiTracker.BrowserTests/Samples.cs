namespace KpiTracker.BrowserTests;

/// <summary>The ward workbooks to try, in <c>data/samples</c>.</summary>
internal static class Samples
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KpiTracker.sln")))
            {
                return Path.Combine(folder.FullName, "data", "samples");
            }
        }

        throw new DirectoryNotFoundException("The tests run inside the repository.");
    }
}
