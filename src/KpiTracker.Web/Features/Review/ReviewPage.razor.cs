using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Submissions;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Review;

/// <summary>Where a district officer decides on the reports of a month: approve, one or many, or give back; and gives more time.</summary>
public sealed partial class ReviewPage
{
    private MonthReview? _queue;
    private IReadOnlyList<ReviewedReport> _results = [];
    private IReadOnlyList<UnitGroup> _choices = [];
    private IReadOnlyList<ReportingPeriod> _periods = [];
    private IReadOnlyList<OrganisationUnit> _wards = [];
    private IReadOnlyList<Indicator> _indicators = [];
    private OrganisationUnit? _above;
    private DateOnly _regular;
    private int? _opened;

    [SupplyParameterFromQuery]
    private string? Unit { get; set; }

    [SupplyParameterFromQuery]
    private string? Period { get; set; }

    /// <summary>Reports that were just decided on, their numbers with commas between.</summary>
    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    /// <summary>Why nothing was done.</summary>
    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    /// <summary>The report that was to be given back, without a reason.</summary>
    [SupplyParameterFromQuery(Name = "return")]
    private string? ToReturn { get; set; }

    /// <summary>How the giving of more time ended.</summary>
    [SupplyParameterFromQuery]
    private string? Extended { get; set; }

    [Inject]
    private ReviewQuery Reviews { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var officer = await Officers.GetAsync();
        var snapshot = await Registers.CurrentAsync();
        (var period, _periods) = OfferedMonths.Of(snapshot.Calendar, Time.Today(), Period);
        var unit = Unit is { Length: > 0 } ? snapshot.Units.FindInSeries(Unit, period) : snapshot.Units.ContinuationIn(officer.Unit, period);
        _queue = unit is null ? null : await Reviews.FindAsync(unit, period, officer, CancellationToken.None);
        if (_queue is null)
        {
            Navigation.NotFound();
            return;
        }

        _choices = UnitGroups.Within(snapshot.Units, officer.Units, period);
        _above = snapshot.Units.ContinuationIn(officer.Unit, period) is { } top && _choices.All(c => c.Unit.Key != top.Key) ? top : null;
        _wards = snapshot.Units.WardsOf(unit!.Key, period);
        _indicators = snapshot.Indicators;
        _regular = snapshot.Calendar.DueOn(period);
        _results = await Reviews.ResultsAsync(Numbers(Done), officer, CancellationToken.None);
        _opened = Numbers(ToReturn) is [var id] ? id : null;
    }

    internal static IReadOnlyList<int> Numbers(string? list) =>
        [.. (list ?? "").Split(',').Select(t => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0)];
}
