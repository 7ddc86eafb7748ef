using KpiTracker.Web.Features.Dashboard;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Presentation;

/// <summary>Five slides of a unit and month from the figures of now; the address names the slide.</summary>
public sealed partial class PresentPage : ComponentBase
{
    private DashboardAnswer? _answer;
    private Deck? _deck;
    private IReadOnlyList<FrozenLink> _frozen = [];
    private (string Code, string? Period) _asked;

    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [SupplyParameterFromQuery(Name = "slide")]
    public string? AskedSlide { get; set; }

    [Inject]
    private DashboardQuery Query { get; set; } = null!;

    [Inject]
    private DeckComposer Composer { get; set; } = null!;

    [Inject]
    private SnapshotKeeping Snapshots { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private int Number => SlideNumber.Of(AskedSlide);

    protected override async Task OnParametersSetAsync()
    {
        // Another slide is the same deck.
        if (_answer is null || _asked != (Code, Period))
        {
            _asked = (Code, Period);
            await AskAsync();
            DashboardStatus.Set(Context, _answer!);
        }
    }

    private async Task AskAsync()
    {
        var answer = await Query.AskAsync(Code, Period);
        if (answer is DashboardAnswer.Found { Progress: var progress })
        {
            _deck = Composer.Compose(progress);
            _frozen = await Snapshots.ListAsync(progress.Unit, progress.Period);
        }

        _answer = answer;
    }

    private async Task ReloadAsync()
    {
        await AskAsync();
        StateHasChanged();
    }
}
