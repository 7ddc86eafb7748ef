using System.Globalization;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Presentation;

/// <summary>A deck as it was frozen: the link that minutes refer to.</summary>
public sealed partial class SnapshotPage : ComponentBase
{
    private FrozenDeck? _frozen;
    private bool _isAsked;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "slide")]
    public string? AskedSlide { get; set; }

    [Inject]
    private SnapshotKeeping Snapshots { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private int Number => SlideNumber.Of(AskedSlide);

    private Deck Deck => _frozen!.Decks.GetValueOrDefault(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, _frozen.Decks[Languages.Vietnamese]);

    private ReportingPeriod Month => ReportingPeriod.Parse(Deck.Month);

    protected override async Task OnParametersSetAsync()
    {
        _frozen = await Snapshots.FindAsync(Id, await Officers.GetAsync());
        _isAsked = true;
        if (_frozen is null && Context is { Response.HasStarted: false })
        {
            Context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
