using KpiTracker.Documents.Gate;

namespace KpiTracker.Documents.Isolation;

/// <summary>How work in a child process ended.</summary>
public abstract record IsolatedEnding
{
    private IsolatedEnding()
    {
    }

    /// <summary>The output file is whole.</summary>
    public sealed record Done : IsolatedEnding;

    /// <summary>The child looked at the file and refused it, or too many wait (<see cref="UnreadableReason.Busy"/>).</summary>
    public sealed record Refused(UnreadableReason Reason) : IsolatedEnding;

    /// <summary>Killed at its deadline.</summary>
    public sealed record TooSlow : IsolatedEnding;

    /// <summary>The child broke down: its own fault or its heap limit, and nobody else's trouble.</summary>
    /// <param name="Said">What it left on its error stream, cut; for the log, never for a page.</param>
    public sealed record Failed(string Said) : IsolatedEnding;
}
