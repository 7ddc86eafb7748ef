namespace KpiTracker.Web.Hosting;

/// <summary>
/// The folder that holds <c>wwwroot</c>, <c>appsettings.json</c> and, unless told otherwise, the data folder: the project's folder when run from source,
/// else the program's own. Never the working directory: file names on a command line are relative to that, wherever the command is given.
/// </summary>
internal static class ContentRoot
{
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KpiTracker.Web.csproj")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
