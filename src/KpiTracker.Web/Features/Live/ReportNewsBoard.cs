using System.Collections.Concurrent;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Live;

/// <summary>
/// Where the pages that are open in this process hear what was just put on record. News is posted after the commit, reaches everyone who reads and
/// says nothing of figures; what a reader may know of it the reader's own page decides. Posting never waits for a reader and never fails.
/// </summary>
internal sealed class ReportNewsBoard
{
    private readonly ConcurrentDictionary<NewsReading, byte> _readings = new();

    /// <summary>How many pages are listening.</summary>
    public int Readers => _readings.Count;

    /// <summary>From now on; to be disposed with the page.</summary>
    public NewsReading Read()
    {
        var reading = new NewsReading(ended => _readings.TryRemove(ended, out _));
        _readings[reading] = 0;
        return reading;
    }

    public void Sent(ReportingPeriod period, params IEnumerable<UnitKey> wards) => Post(NewsKind.Send, period, wards);

    public void Post(NewsKind what, ReportingPeriod period, params IEnumerable<UnitKey> wards)
    {
        foreach (var item in wards.Select(ward => new ReportNews(ward, period, what)))
        {
            foreach (var reading in _readings.Keys)
            {
                reading.Add(item);
            }
        }
    }
}
