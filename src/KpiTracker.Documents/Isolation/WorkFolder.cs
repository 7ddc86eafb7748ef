namespace KpiTracker.Documents.Isolation;

/// <summary>A folder of its own for one piece of work, readable to nobody else; gone with all that is in it when disposed.</summary>
public sealed class WorkFolder : IDisposable
{
    /// <summary>Bears the process's id, so that what a killed server left behind can be told from work in progress.</summary>
    internal static readonly string Prefix = $"kpitracker-{Environment.ProcessId}-";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory(Prefix);

    internal string Input => Path.Combine(_folder.FullName, "in");

    /// <summary>Full path of what the work wrote.</summary>
    public string Output => Path.Combine(_folder.FullName, "out");

    public void Dispose()
    {
        if (_folder.Exists)
        {
            _folder.Delete(recursive: true);
        }
    }
}
