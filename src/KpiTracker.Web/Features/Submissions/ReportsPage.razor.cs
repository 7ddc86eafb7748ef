using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Submissions.Rules;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Batches;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>Where reports are sent from: a ward officer sees the own ward, others choose a unit and a month first.</summary>
public sealed partial class ReportsPage
{
    private Officer _officer = null!;
    private OrganisationUnit? _unit;
    private ReportingPeriod _period;
    private WardHome? _home;
    private bool _isGone;
    private Finding? _closed;
    private WardMonth? _reopened;
    private bool _maySend;
    private IReadOnlyList<WardAndMonth> _wards = [];
    private IReadOnlyList<UnitGroup> _choices = [];
    private IReadOnlyList<OpenBatch> _batches = [];
    private bool _mayBatch;
    private IReadOnlyList<OpenDraft> _drafts = [];
    private IReadOnlyList<ReportingPeriod> _periods = [];
    private IReadOnlyList<ReportingPeriod> _uploadPeriods = [];

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
    private WardHomeQuery Home { get; set; } = null!;

    [Inject]
    private BatchQuery Batches { get; set; } = null!;

    [Inject]
    private ReportDrafts Drafts { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    // Whoever chooses a unit chooses among all months; one ward alone has only those in which it existed.
    private IReadOnlyList<ReportingPeriod> Offered => _choices.Count > 0 ? _periods : _uploadPeriods;

    private IReadOnlyList<MonthTable.Row> MonthRows =>
        [.. _home!.Months.Select(m => new MonthTable.Row(FigureText.Period(m.Period), null, m))];

    private IReadOnlyList<MonthTable.Row> WardRows =>
        [.. _wards.Select(w => new MonthTable.Row(w.Ward.NameWithKind, $"/reports?unit={w.Ward.Code}&period={_period}", w.Month))];

    protected override async Task OnInitializedAsync()
    {
        _officer = await Officers.GetAsync();
        var snapshot = await Registers.CurrentAsync();
        (_period, _periods) = OfferedMonths.Of(snapshot.Calendar, Time.Today(), Period);
        if (_officer.Role == AccountRole.WardOfficer)
        {
            _choices = UnitGroups.OfWards(snapshot.Units, _officer.Units);
            _unit = snapshot.Units.Find(_officer.Units.FirstOrDefault(own => own.Code == Unit, _officer.Unit));
        }
        else
        {
            _mayBatch = true;
            _batches = await Batches.OpenAsync(_officer, CancellationToken.None);
            _choices = UnitGroups.Within(snapshot.Units, _officer.Units, _period);
            _unit = Unit is { Length: > 0 }
                ? snapshot.Units.FindInSeries(Unit, _period)
                : snapshot.Units.ContinuationIn(_officer.Unit, _period);
        }

        if (_unit is null || !_officer.MaySend(snapshot.Units, _unit.Key))
        {
            Navigation.NotFound();
            return;
        }

        await ShowAsync(_unit);
    }

    /// <summary>Says why nothing can be sent for the ward's month, or that it can be sent again.</summary>
    private async Task ShowReviewAsync(OrganisationUnit ward)
    {
        var month = (await Home.OfDistrictAsync(ward.Key, _period, _officer, CancellationToken.None)).SingleOrDefault()?.Month;
        _closed = month?.Report?.Lock is { } closed ? MonthIsOpen.Closed(ward, (await Registers.CurrentAsync()).Units, _period, closed, hasOthers: false, cell: null) : null;
        _reopened = month?.Report is { IsReopenedOnly: true } ? month : null;
    }

    private async Task ShowAsync(OrganisationUnit unit)
    {
        _uploadPeriods = [.. _periods.Where(unit.IsValidIn)];
        _drafts = await Drafts.OpenAsync(unit, _officer, CancellationToken.None);
        _maySend = _uploadPeriods.Count > 0 && unit.Kind is not (UnitKinds.City or UnitKinds.Province);
        if (unit.IsWard)
        {
            _home = await Home.OfWardAsync(unit.Key, _officer, CancellationToken.None);
            _isGone = _home is null;
            _period = unit.IsValidIn(_period) || _uploadPeriods.Count == 0 ? _period : _uploadPeriods[0];
            await ShowReviewAsync(unit);
        }
        else if (_maySend)
        {
            _wards = await Home.OfDistrictAsync(unit.Key, _period, _officer, CancellationToken.None);
        }
    }
}
