using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using KpiTracker.Data;
using KpiTracker.Data.Storage;

namespace KpiTracker.Web.Features.Metrics;

/// <summary>Listens to what the framework and the writer measure, and writes it in the text format of Prometheus. Labels are routes, methods and codes, never names of people or units.</summary>
internal sealed class MetricsBoard : IHostedService, IDisposable
{
    private const string Routes = "http.route";

    private static readonly HashSet<string> Meters = [StorageMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, MetricSeries>> _series = new();
    private readonly MeterListener _listener = new();
    private readonly Meter _meter = new(StorageMetrics.MeterName);

    public MetricsBoard(DataDirectory directory, Data.Backups.Backups backups, TimeProvider time)
    {
        _meter.CreateObservableGauge("kpitracker.disk.free", () => new DriveInfo(directory.Root).AvailableFreeSpace, "By", "Free room on the disk of the data folder.");
        _meter.CreateObservableGauge("kpitracker.database.size", () => new FileInfo(directory.DatabaseFile) is { Exists: true } file ? file.Length : 0, "By", "Size of the database file.");
        _meter.CreateObservableGauge("kpitracker.backup.age", () => backups.List() is [var last, ..] ? (time.GetUtcNow() - last.MadeAt).TotalSeconds : double.NaN, "s", "Time since the last backup; NaN before the first.");
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public string Print()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (instrument, series) in _series.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument);
            text.Append("# HELP ").Append(name).Append(' ').Append(instrument.Description?.ReplaceLineEndings(" ")).Append('\n');
            text.Append("# TYPE ").Append(name).Append(' ').Append(KindOf(instrument)).Append('\n');
            foreach (var (labels, one) in series.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                one.Write(text, name, labels);
            }
        }

        return text.ToString();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meter.Dispose();
    }

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _series.GetOrAdd(instrument, _ => new()).GetOrAdd(LabelsOf(tags), _ => new MetricSeries(KindOf(instrument) == "histogram"));
        // What is observed is a total already; what is recorded is one more.
        if (instrument.IsObservable)
        {
            series.Set(value);
        }
        else
        {
            series.Add(value);
        }
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            // An address that is no route could hold anything.
            labels.Append(labels.Length == 0 ? "" : ",").Append(Plain(key)).Append("=\"").Append(key == Routes || text.Length <= 64 ? Escaped(text) : "long").Append('"');
        }

        return labels.ToString();
    }

    private static string NameOf(Instrument instrument) => Plain(instrument.Name)
        + (instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" })
        + (KindOf(instrument) == "counter" ? "_total" : "");

    private static string KindOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" or "ObservableCounter" => "counter",
        "Histogram" => "histogram",
        _ => "gauge",
    };

    private static string Plain(string name) => name.Replace('.', '_').Replace('-', '_');

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
