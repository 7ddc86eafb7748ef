using KpiTracker.Data.Registers;
using KpiTracker.Documents.Grids;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Submissions;
using KpiTracker.Domain.Submissions.Rules;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>One revision of a ward's report; with <c>?cell=D9</c>, the sheet around that cell too.</summary>
public sealed partial class SubmissionPage
{
    private SubmissionDetails? _details;
    private SheetGridReading? _sheet;
    private IReadOnlyList<Indicator> _indicators = [];
    private bool _mayReturn;
    private bool _mayReopen;
    private bool _mayRestore;
    private Finding? _closed;

    [Parameter]
    public int Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Cell { get; set; }

    [SupplyParameterFromQuery]
    private string? Sheet { get; set; }

    [SupplyParameterFromQuery]
    private string? Returned { get; set; }

    /// <summary>How the approving or re-opening ended.</summary>
    [SupplyParameterFromQuery]
    private string? Reviewed { get; set; }

    [SupplyParameterFromQuery]
    private string? Restored { get; set; }

    [Inject]
    private SubmissionQuery Submissions { get; set; } = null!;

    [Inject]
    private SheetQuery Sheets { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Title => L["Submission.Title", FigureText.Period(_details!.Period), _details.Ward.NameWithKind];

    protected override async Task OnInitializedAsync()
    {
        var officer = await Officers.GetAsync();
        _details = await Submissions.FindAsync(Id, officer, CancellationToken.None);
        if (_details is null)
        {
            Navigation.NotFound();
            return;
        }

        var snapshot = await Registers.CurrentAsync();
        _indicators = snapshot.Indicators;
        _mayReturn = _details is { IsCurrent: true, State: ReviewState.Waiting } && officer.MayReturn(snapshot.Units, _details.Ward.Key);
        _mayReopen = _details is { IsCurrent: true, State: ReviewState.Approved } && officer.MayReturn(snapshot.Units, _details.Ward.Key);
        _closed = _details.Lock is { } closed ? MonthIsOpen.Closed(_details.Ward, snapshot.Units, _details.Period, closed, hasOthers: false, cell: null) : null;
        _mayRestore = !_details.IsCurrent && _details.Lock is null && officer.MaySend(snapshot.Units, _details.Ward.Key);
        if (Cell is { Length: > 0 })
        {
            _sheet = await Sheets.ReadAsync(_details, Sheet, Cell, officer, CancellationToken.None);
        }
    }

    private static WardMonthState StateOf(SubmissionDetails details) =>
        details.Own.ReturnedAt is not null ? WardMonthState.Returned : WardHomeQuery.Sent(details.IsLate, details.IsNothingToReport);
}
