using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Diagnostics;

namespace KpiTracker.Web.Components.Layout;

public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;
    private Officer? _officer;
    private OrganisationUnit? _unit;

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    // On the page that tells of a refusal: the address that was refused.
    private string PathAndQuery => Context?.Features.Get<IStatusCodeReExecuteFeature>() is { } refused
        ? refused.OriginalPath + refused.OriginalQueryString
        : "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];

    protected override async Task OnInitializedAsync()
    {
        if (await Officers.FindSignedInAsync() is not { } officer)
        {
            return;
        }

        var snapshot = await Registers.CurrentAsync();
        var today = ReportingPeriod.Of(Time.Today());
        // Under today's name: an officer of Quận Tây Hồ is of Khu vực Tây Hồ since July 2025.
        _unit = snapshot.Units.ContinuationIn(officer.Unit, today) ?? snapshot.Units.Find(officer.Unit);
        _officer = officer;
    }

    // Another page is another try.
    protected override void OnParametersSet() => _boundary?.Recover();
}
