using System.Diagnostics;

namespace KpiTracker.Documents.Gate;

/// <summary>
/// How long one file has been worked on. A good file must not be refused because the machine was busy with something else: what counts is the
/// processor time that this process has used meanwhile; by the clock on the wall a file may take <see cref="Patience"/> times as long.
/// </summary>
internal sealed class ReadingClock
{
    private const int Patience = 4;

    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private readonly TimeSpan _processorAtStart = Environment.CpuUsage.TotalTime;

    private ReadingClock()
    {
    }

    /// <summary>Whether <see cref="GateLimits.Budget"/> is spent.</summary>
    public bool IsOver =>
        _wall.Elapsed > GateLimits.Budget
        && (_wall.Elapsed > GateLimits.Budget * Patience || Environment.CpuUsage.TotalTime - _processorAtStart > GateLimits.Budget);

    public static ReadingClock Start() => new();
}
