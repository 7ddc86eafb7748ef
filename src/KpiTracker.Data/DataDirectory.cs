namespace KpiTracker.Data;

/// <summary>The one folder that holds a deployment's whole state: database, uploaded workbooks, drafts and keys.</summary>
public sealed class DataDirectory
{
    internal const string DatabaseName = "kpitracker.db";
    internal const string WorkbooksName = "workbooks";

    /// <param name="root">Absolute, or relative to the working directory. Nothing is created yet.</param>
    public DataDirectory(string root)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        Root = Path.GetFullPath(root);
    }

    public string Root { get; }

    public string DatabaseFile => Path.Combine(Root, DatabaseName);

    /// <summary>Workbooks of accepted reports, under random names; the names they were sent under are in the database.</summary>
    public string Workbooks => Path.Combine(Root, WorkbooksName);

    /// <summary>Uploads that nobody has confirmed yet, under random names.</summary>
    public string Drafts => Path.Combine(Root, "drafts");

    /// <summary>The keys that sign-in cookies and form tokens are made with: and the keys of second factors sealed: without them everyone is signed out, and authenticators are set up anew.</summary>
    public string Keys => Path.Combine(Root, "keys");

    public string Backups => Path.Combine(Root, "backups");

    /// <summary>Makes the folders that are missing, readable by nobody but the account the program runs under.</summary>
    public void Create()
    {
        foreach (var folder in new[] { Root, Workbooks, Drafts, Keys, Backups })
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }
}
