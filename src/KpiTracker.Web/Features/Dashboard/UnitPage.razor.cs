using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Presentation;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>A unit in a month: are we on target, who is behind, who has not reported; in that order.</summary>
public sealed partial class UnitPage : ComponentBase
{
    private DashboardAnswer? _answer;
    private (string Code, string? Period) _asked;
    private ReportingPeriod? _later;

    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    /// <summary>The month to come that was asked for in place of the one shown; said as long as it is to come.</summary>
    [SupplyParameterFromQuery]
    public string? Later { get; set; }

    [SupplyParameterFromQuery]
    public string? Indicator { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Group { get; set; }

    [SupplyParameterFromQuery]
    public string? Status { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary><c>?present</c> leads to the slides.</summary>
    [SupplyParameterFromQuery]
    public string? Present { get; set; }

    [Inject]
    private DashboardQuery Query { get; set; } = null!;

    [Inject]
    private UnapprovedMonths Reviews { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private DashboardView View => new(Chosen(Indicator), Chosen(Sort), Chosen(Group), Chosen(Status));

    private static string? Chosen(string? value) => string.IsNullOrEmpty(value) ? null : value;

    // The address changes without a page load: what is on the screen stays where it is until the new figures replace it.
    private void Go(string address) => Navigation.NavigateTo(address);

    protected override async Task OnParametersSetAsync()
    {
        // Another indicator, order or filter is the same figures seen otherwise.
        if (_answer is null || _asked != (Code, Period))
        {
            _asked = (Code, Period);
            await AskAsync();
            DashboardStatus.Set(Context, _answer!);
            if (Present is not null && _answer is DashboardAnswer.Found { Progress: var shown })
            {
                Navigation.NavigateTo(PresentationFeature.Link(shown.Unit.Code, shown.Period));
            }
            else if (_answer is DashboardAnswer.Found { TooLate: { } later, Progress.Period: var latest })
            {
                Navigation.NavigateTo(DashboardLinks.InsteadOf(later, DashboardLinks.Unit(Code, latest, View)), replace: true);
            }
        }
    }

    /// <summary>The same address asked again, after news; the rights with it.</summary>
    private async Task ReloadAsync()
    {
        await AskAsync();
        StateHasChanged();
    }

    private async Task AskAsync()
    {
        var answer = await Query.AskAsync(Code, Period);
        _later = await Query.ToComeAsync(Later);
        _answer = answer is DashboardAnswer.Found found ? found with { Progress = await Reviews.AddAsync(found.Progress, Charts.TrendFrame.FewestMonths) } : answer;
    }
}
