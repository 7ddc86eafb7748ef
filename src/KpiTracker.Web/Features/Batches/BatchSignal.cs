using System.Threading.Channels;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Wakes the worker: what there is to do stands in the database, so however often it is called meanwhile, once is enough.</summary>
internal sealed class BatchSignal
{
    private readonly Channel<bool> _calls = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _calls.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken cancellationToken) => await _calls.Reader.ReadAsync(cancellationToken);
}
