using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Live;

/// <summary>
/// Keeps an open page up to date: when a report of a ward of the unit shown is put on record or given back, the page asks anew and a quiet notice says
/// what came. It listens only in a circuit, says nothing of wards outside the unit, and ends with the page.
/// </summary>
public sealed partial class LiveNotice : ComponentBase, IDisposable
{
    // What belongs together, a consolidated file or a batch, comes together; after that the page rests a little before it asks again.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Resting = TimeSpan.FromMilliseconds(750);

    private NewsReading? _reading;
    private bool _isClosed;
    private string? _words;

    /// <summary>The units shown, which the reader may see.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyCollection<UnitKey> Units { get; set; } = [];

    /// <summary>The month shown: later ones change nothing on the page.</summary>
    [Parameter, EditorRequired]
    public ReportingPeriod Period { get; set; }

    /// <summary>Asks for the page's figures anew, the rights included; where they are refused, this notice goes with the figures.</summary>
    [Parameter, EditorRequired]
    public Func<Task> Reload { get; set; } = null!;

    [Inject]
    private ReportNewsBoard Board { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    public void Dispose()
    {
        _isClosed = true;
        _reading?.Dispose();
    }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            _reading = Board.Read();
            _ = ListenAsync(_reading);
        }
    }

    private async Task ListenAsync(NewsReading reading)
    {
        try
        {
            while (await reading.WaitAsync())
            {
                await Task.Delay(Gathering);
                await InvokeAsync(() => ShowAsync(reading.Take()));
                await Task.Delay(Resting);
            }
        }
        catch (Exception accident) when (!_isClosed)
        {
            await DispatchExceptionAsync(accident);
        }
    }

    private async Task ShowAsync(IReadOnlyList<ReportNews> news)
    {
        var units = (await Registers.CurrentAsync()).Units;
        var shown = news.Where(n => n.Period <= Period && Units.Any(unit => units.IsWithin(n.Ward, unit))).ToList();
        if (_isClosed || shown.Count == 0)
        {
            return;
        }

        await Reload();
        if (!_isClosed)
        {
            _words = new LiveWords(L, units).Sentence(shown);
            StateHasChanged();
        }
    }
}
