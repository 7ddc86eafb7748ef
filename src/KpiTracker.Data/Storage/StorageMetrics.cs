using System.Diagnostics.Metrics;

namespace KpiTracker.Data.Storage;

/// <summary>What the one writer does, for monitoring: numbers only, nothing about people or units.</summary>
internal static class StorageMetrics
{
    public const string MeterName = "KpiTracker";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>From the standing in the queue to the commit on the disk.</summary>
    public static readonly Histogram<double> WriteDuration = Meter.CreateHistogram<double>("kpitracker.write.duration", "s", "Time from queueing a write until it is on the disk.");

    public static readonly Counter<long> Writes = Meter.CreateCounter<long>("kpitracker.writes", null, "Writes asked of the one writer, by their ending.");
}
