using System.Globalization;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Summaries;

/// <summary>What will be in the summary's file, before it is downloaded; and the same, printed.</summary>
public sealed partial class SummaryPage : ComponentBase
{
    private SummaryAnswer? _answer;

    [Parameter]
    public string Code { get; set; } = "";

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    [Inject]
    private SummaryQuery Query { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        _answer = await Query.AskAsync(Code, Period, await Officers.GetAsync(), CultureInfo.CurrentUICulture);
        if (_answer is not SummaryAnswer.Found && Context is { Response.HasStarted: false })
        {
            Context.Response.StatusCode = _answer is SummaryAnswer.NotYours ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
        }
    }
}
