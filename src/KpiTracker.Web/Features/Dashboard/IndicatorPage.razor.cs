using KpiTracker.Domain.Periods;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Dashboard;

/// <summary>One indicator of a unit: its course, what it means, whose target it is held against, and what it is made of.</summary>
public sealed partial class IndicatorPage : ComponentBase
{
    private DashboardAnswer? _answer;
    private IReadOnlyList<FigureSource> _sources = [];
    private ReportingPeriod? _later;

    [Parameter]
    public string Code { get; set; } = "";

    [Parameter]
    public string IndicatorCode { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    /// <summary>The month to come that was asked for in place of the one shown; said as long as it is to come.</summary>
    [SupplyParameterFromQuery]
    public string? Later { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private DashboardQuery Query { get; set; } = null!;

    [Inject]
    private FigureSources Sources { get; set; } = null!;

    [Inject]
    private UnapprovedMonths Reviews { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        await AskAsync();
        DashboardStatus.Set(Context, _answer is DashboardAnswer.Found found && found.Progress.Find(IndicatorCode) is null ? new DashboardAnswer.Unknown() : _answer!);
        if (_answer is DashboardAnswer.Found { TooLate: { } later, Progress: var shown })
        {
            Navigation.NavigateTo(DashboardLinks.InsteadOf(later, DashboardLinks.Indicator(Code, IndicatorCode, shown.Period)), replace: true);
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
        _sources = answer is DashboardAnswer.Found { Progress: var progress } && progress.Find(IndicatorCode) is not null
            ? await Sources.ReadAsync(progress, IndicatorCode)
            : [];
        _answer = answer is DashboardAnswer.Found found ? found with { Progress = await Reviews.AddAsync(found.Progress) } : answer;
    }
}
