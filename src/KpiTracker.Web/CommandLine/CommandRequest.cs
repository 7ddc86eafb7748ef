using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.CommandLine;

/// <summary>What a command line asks for. <c>DataDirectory</c> is a full path, <c>null</c> where <c>--data</c> is not given.</summary>
internal abstract record CommandRequest(string? DataDirectory)
{
    /// <summary>Serves the web application.</summary>
    /// <param name="HostArguments">What goes on to the host's configuration: <c>--urls …</c> and settings written <c>--Section:Key=value</c>.</param>
    public sealed record Serve(IReadOnlyList<string> HostArguments, string? DataDirectory) : CommandRequest(DataDirectory);

    public sealed record Help() : CommandRequest((string?)null);

    /// <param name="Files">As given, in order; at least one.</param>
    /// <param name="CheckOnly">Nothing is stored.</param>
    public sealed record Import(
        IReadOnlyList<string> Files,
        string UnitCode,
        ReportingPeriod Period,
        bool CheckOnly,
        bool Json,
        string? DataDirectory) : CommandRequest(DataDirectory);

    /// <param name="Format">One of <see cref="ArgumentParser.ExportFormats"/>.</param>
    public sealed record Export(string UnitCode, ReportingPeriod Period, string Format, string OutFile, string? DataDirectory)
        : CommandRequest(DataDirectory);

    /// <summary>Prints where a unit stands in a month.</summary>
    public sealed record Progress(string UnitCode, ReportingPeriod Period, bool Json, string? DataDirectory) : CommandRequest(DataDirectory);

    /// <summary>Asks a running site how it is.</summary>
    public sealed record Health(Uri Address) : CommandRequest((string?)null);

    public sealed record Backup(string? DataDirectory) : CommandRequest(DataDirectory);

    /// <param name="File">A backup.</param>
    /// <param name="MayReplace">A database that stands in the data folder is moved aside; else the restore is refused.</param>
    public sealed record Restore(string File, bool MayReplace, string? DataDirectory) : CommandRequest(DataDirectory);

    /// <param name="Head">Where the record ended when it was printed earlier, as <c>4711:9f86…</c>; <c>null</c> when nothing is known but what the backups hold.</param>
    public sealed record VerifyAudit(string? Head, string? DataDirectory) : CommandRequest(DataDirectory);

    /// <summary>Asks the database and the kept files all that must hold.</summary>
    public sealed record CheckData(string? DataDirectory) : CommandRequest(DataDirectory);

    /// <param name="Role">One of <see cref="ArgumentParser.Roles"/>.</param>
    /// <param name="Password"><c>null</c>: one is made and printed once.</param>
    public sealed record AddUser(string Name, string Role, string UnitCode, string? DisplayName, string? Password, string? DataDirectory)
        : CommandRequest(DataDirectory);

    public sealed record ListUsers(string? DataDirectory) : CommandRequest(DataDirectory);

    /// <param name="Password"><c>null</c>: one is made and printed once.</param>
    public sealed record ResetUser(string Name, string? Password, bool WithSecondFactor, string? DataDirectory) : CommandRequest(DataDirectory);

    public sealed record LoadSample(string? DataDirectory) : CommandRequest(DataDirectory);

    public sealed record RemoveSample(string? DataDirectory) : CommandRequest(DataDirectory);

    /// <summary>The line cannot be understood.</summary>
    /// <param name="TextKey">Key in <c>CommandLineTexts</c>.</param>
    public sealed record Bad(string TextKey, params IReadOnlyList<string> Arguments) : CommandRequest((string?)null)
    {
        public bool Equals(Bad? other) => other is not null && TextKey == other.TextKey && Arguments.SequenceEqual(other.Arguments);

        public override int GetHashCode() => HashCode.Combine(TextKey, Arguments.Count);
    }
}
