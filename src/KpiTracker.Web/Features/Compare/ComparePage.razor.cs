using KpiTracker.Domain.Figures;
using KpiTracker.Web.Features.Exports;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Compare;

/// <summary>Up to four units side by side, or two months of one unit. The address says which.</summary>
public sealed partial class ComparePage : ComponentBase
{
    private CompareChoice _choice = CompareChoice.Of(null, null, null);
    private CompareAnswer? _answer;
    private CompareOffer? _offer;

    /// <summary>Codes, with commas or one by one.</summary>
    [SupplyParameterFromQuery]
    public string[]? Units { get; set; }

    [SupplyParameterFromQuery]
    public string? Period { get; set; }

    /// <summary>The month to hold against <see cref="Period"/>.</summary>
    [SupplyParameterFromQuery]
    public string? With { get; set; }

    [Inject]
    private CompareQuery Query { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    private string Heading => _answer is CompareAnswer.Found { Comparison: var found }
        ? found.IsOfMonths
            ? L["Heading.Months", found.Sides[^1].Unit.NameWithKind, FigureText.Period(found.Sides[0].Period), FigureText.Period(found.Period)]
            : L["Heading.Units", FigureText.Count(found.Sides.Count), FigureText.Period(found.Period)]
        : L["Title"];

    protected override async Task OnParametersSetAsync()
    {
        _choice = CompareChoice.Of(Units, Period, With);
        _answer = await Query.AskAsync(_choice);
        _offer = await Query.OfferAsync(_choice);
        if (_answer is CompareAnswer.Refused refused && Context is { Response.HasStarted: false })
        {
            Context.Response.StatusCode = refused.NotYours.Count > 0 ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound;
        }
    }

    /// <summary>The same address asked again, after news; the rights with it.</summary>
    private async Task ReloadAsync()
    {
        _answer = await Query.AskAsync(_choice);
        StateHasChanged();
    }

    private string Tables(TableFormat format) => _choice.Address($"/compare/table/{format.ToString().ToLowerInvariant()}");
}
