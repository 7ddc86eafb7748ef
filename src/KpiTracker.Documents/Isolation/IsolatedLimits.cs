namespace KpiTracker.Documents.Isolation;

/// <summary>What a child process may take at most.</summary>
public static class IsolatedLimits
{
    /// <summary>The managed heap. A workbook near the gate's limits (480.000 cells) was marked within 172 MiB of memory in all; two such children still leave a 1 GiB server alive.</summary>
    internal const long HeapBytes = 256L * 1024 * 1024;

    /// <summary>Children at the same time, as files at the gate; and callers that may wait.</summary>
    internal const int AtOnce = 2;
    internal const int Waiting = 16;

    /// <summary>Of what a child says on its error stream, the part that is kept for the log.</summary>
    internal const int SaidCharacters = 4096;

    /// <summary>How many times its deadline a child may take by the clock: beyond it hangs, or the machine is past helping.</summary>
    internal const int Patience = 4;

    /// <summary>How often a child's time is looked at; its end is seen at once.</summary>
    internal static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    /// <summary>The processor time a child may take to mark a workbook: an officer waits for it before the page.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
}
