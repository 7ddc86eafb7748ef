using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>A unit in a month: are we on target, who is behind, who has not reported; in that order.</summary>
public sealed partial class UnitPage : ComponentBase
{
    private DashboardAnswer? _answer;
    private (string Code, string? Period) _asked;

    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [SupplyParameterFromQuery]
    public string? Indicator { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [Inject]
    private DashboardQuery Query { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        // Another indicator or order is the same figures seen otherwise.
        if (_answer is null || _asked != (Code, Period))
        {
            _asked = (Code, Period);
            _answer = await Query.AskAsync(Code, Period);
            DashboardStatus.Set(Context, _answer);
        }
    }

    /// <summary>The same address asked again, after news; the rights with it.</summary>
    private async Task ReloadAsync()
    {
        _answer = await Query.AskAsync(Code, Period);
        StateHasChanged();
    }
}
