using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KpiTracker.Documents.Isolation;

/// <summary>
/// How the product starts itself once more: from its own executable, from <c>dotnet KpiTracker.Web.dll</c> or <c>dotnet run</c>,
/// and from a test host that has the product beside it.
/// </summary>
internal static class ProductProgram
{
    private const string Name = "KpiTracker.Web";

    /// <summary>What a child keeps of our environment: where things are found. Connection strings, passwords and ports stay behind.</summary>
    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "windir", "DOTNET_ROOT", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"];

    public static ProcessStartInfo Start(IReadOnlyList<string> arguments, long heapBytes)
    {
        var (program, assembly) = Find();
        var start = new ProcessStartInfo(program, assembly is null ? arguments : [assembly, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var name in start.Environment.Keys.Except(Kept, StringComparer.OrdinalIgnoreCase).ToList())
        {
            start.Environment.Remove(name);
        }

        // One small heap instead of the server's many, no dump of somebody's workbook on the disk, no port for debuggers.
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x" + heapBytes.ToString("X", System.Globalization.CultureInfo.InvariantCulture);
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    private static (string Program, string? Assembly) Find()
    {
        var ours = Environment.ProcessPath ?? string.Empty;
        var assembly = Path.Combine(AppContext.BaseDirectory, Name + ".dll");
        return Path.GetFileNameWithoutExtension(ours) switch
        {
            Name => (ours, null),
            "dotnet" => (ours, assembly),
            _ => (SharedHost(), assembly),
        };
    }

    /// <summary>The <c>dotnet</c> that the running framework belongs to: three folders above <c>shared/Microsoft.NETCore.App/10.0.x</c>.</summary>
    private static string SharedHost() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
