using System.Collections;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>The points of a series, each made when it is first asked for: of most units below only a few months are ever looked at.</summary>
internal sealed class MonthlyPoints(int count, Func<int, SeriesPoint> make) : IReadOnlyList<SeriesPoint>
{
    private SeriesPoint?[]? _made;

    public int Count => count;

    public SeriesPoint this[int index] => (_made ??= new SeriesPoint?[count])[index] ??= make(index);

    public IEnumerator<SeriesPoint> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
