using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Batches;

/// <summary>Where many files are sent from: for which unit and month, and which files.</summary>
public sealed partial class NewBatchPage
{
    private IReadOnlyList<OrganisationUnit> _units = [];
    private IReadOnlyList<ReportingPeriod> _periods = [];
    private ReportingPeriod _period;
    private string _unit = string.Empty;

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    [SupplyParameterFromQuery]
    private string? Problem { get; set; }

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var officer = await Officers.GetAsync();
        var snapshot = await Registers.CurrentAsync();
        (_period, _periods) = OfferedMonths.Of(snapshot.Calendar, Time.Today(), Period);
        var groups = UnitGroups.Within(snapshot.Units, officer.Units, _period).Select(g => g.Unit).ToList();
        var top = snapshot.Units.ContinuationIn(officer.Unit, _period);
        // Above several districts the whole may be meant: files of wards from anywhere in the city.
        _units = [.. groups.Count > 1 && top is not null && groups.All(g => g.Key != top.Key) ? groups.Prepend(top) : groups];
        var wanted = Unit is { Length: > 0 } ? snapshot.Units.FindInSeries(Unit, _period) : null;
        wanted = wanted is { IsWard: true } ? snapshot.Units.AncestorsOf(wanted.Key).FirstOrDefault() : wanted;
        _unit = _units.OrderByDescending(u => u.Key == wanted?.Key).Select(u => u.Code).FirstOrDefault(string.Empty);
    }
}
