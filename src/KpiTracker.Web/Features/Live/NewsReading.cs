using System.Threading.Channels;

namespace KpiTracker.Web.Features.Live;

/// <summary>What one open page has still to hear. Of a flood only the latest is kept: whoever hears any of it looks at everything anew.</summary>
internal sealed class NewsReading(Action<NewsReading> end) : IDisposable
{
    private const int MostKept = 1000;

    private readonly Channel<ReportNews> _news = Channel.CreateBounded<ReportNews>(new BoundedChannelOptions(MostKept)
    {
        FullMode = BoundedChannelFullMode.DropOldest,
        SingleReader = true,
    });

    /// <returns><c>false</c> when the page has gone.</returns>
    public ValueTask<bool> WaitAsync() => _news.Reader.WaitToReadAsync();

    /// <summary>All that has come so far, the oldest first.</summary>
    public IReadOnlyList<ReportNews> Take()
    {
        List<ReportNews> taken = [];
        while (_news.Reader.TryRead(out var item))
        {
            taken.Add(item);
        }

        return taken;
    }

    public void Dispose()
    {
        end(this);
        _news.Writer.TryComplete();
    }

    internal void Add(ReportNews news) => _news.Writer.TryWrite(news);
}
