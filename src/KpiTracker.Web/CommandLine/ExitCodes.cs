namespace KpiTracker.Web.CommandLine;

internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>A file was not accepted, or what was asked could not be done.</summary>
    public const int NotDone = 1;

    public const int BadArguments = 2;
}
