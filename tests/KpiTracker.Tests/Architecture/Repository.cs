using System.Xml.Linq;

namespace KpiTracker.Tests.Architecture;

/// <summary>The source tree as it lies on disk, without what a build or a run leaves in it.</summary>
internal static class Repository
{
    private static readonly HashSet<string> Made = ["bin", "obj", "lib", "_framework", "App_Data", ".git", "artifacts", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = FindRoot();

    /// <summary>Full paths of the files below a folder that end in one of the given ways.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings)
    {
        var start = Path.Combine(Root, folder);
        return Directory.Exists(start) ? Below(start).Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))) : [];
    }

    /// <summary>A path as a person names it: <c>src/KpiTracker.Web/Program.cs</c>.</summary>
    public static string Name(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    public static string Text(string name) => File.ReadAllText(Path.Combine(Root, name));

    /// <summary>The names that a project file gives in its items of one kind: <c>PackageReference</c>.</summary>
    public static IReadOnlyList<string> Items(string project, string kind) =>
        [.. XDocument.Load(Path.Combine(Root, project)).Descendants(kind).Select(item => (string?)item.Attribute("Include") ?? "")];

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(folder).Concat(Directory.EnumerateDirectories(folder)
            .Where(child => !Made.Contains(Path.GetFileName(child)))
            .SelectMany(Below));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KpiTracker.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the source tree.");
        }

        return folder.FullName;
    }
}
