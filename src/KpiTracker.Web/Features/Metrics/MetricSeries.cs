using System.Globalization;
using System.Text;

namespace KpiTracker.Web.Features.Metrics;

/// <summary>One measured thing under one set of labels.</summary>
internal sealed class MetricSeries(bool isHistogram)
{
    /// <summary>Seconds; beyond the last is <c>+Inf</c>.</summary>
    private static readonly double[] Limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

    private readonly Lock _lock = new();
    private readonly long[] _within = new long[Limits.Length];
    private double _value;
    private long _count;

    public void Add(double value)
    {
        lock (_lock)
        {
            _value += value;
            _count++;
            for (var i = 0; isHistogram && i < Limits.Length; i++)
            {
                _within[i] += value <= Limits[i] ? 1 : 0;
            }
        }
    }

    public void Set(double value)
    {
        lock (_lock)
        {
            _value = value;
        }
    }

    /// <param name="labels"><c>a="b",c="d"</c>; may be empty.</param>
    public void Write(StringBuilder text, string name, string labels)
    {
        lock (_lock)
        {
            if (!isHistogram)
            {
                Line(text, name, labels, _value);
                return;
            }

            var more = labels.Length == 0 ? "" : labels + ",";
            for (var i = 0; i < Limits.Length; i++)
            {
                Line(text, name + "_bucket", $"{more}le=\"{Limits[i].ToString(CultureInfo.InvariantCulture)}\"", _within[i]);
            }

            Line(text, name + "_bucket", $"{more}le=\"+Inf\"", _count);
            Line(text, name + "_sum", labels, _value);
            Line(text, name + "_count", labels, _count);
        }
    }

    private static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : $"{{{labels}}}").Append(' ').Append(value.ToString("R", CultureInfo.InvariantCulture)).Append('\n');
}
