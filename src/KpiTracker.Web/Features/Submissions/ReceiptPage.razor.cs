using KpiTracker.Data.Registers;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>The proof of one sending, to be kept or printed on one sheet.</summary>
public sealed partial class ReceiptPage
{
    private Receipt? _receipt;
    private SubmissionDetails? _details;
    private IReadOnlyList<Indicator> _indicators = [];

    [Parameter]
    public int Id { get; set; }

    /// <summary>It was answered with an earlier receipt, since nothing had changed.</summary>
    [SupplyParameterFromQuery]
    private bool Unchanged { get; set; }

    [Inject]
    private ReceiptQuery Receipts { get; set; } = null!;

    [Inject]
    private SubmissionQuery Submissions { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Address => $"{Navigation.BaseUri}receipts/{Id}";

    private string Headline =>
        Unchanged ? L["Draft.Unchanged.Title"]
        : _receipt!.IsNothingToReport ? R["Nothing.Sent"]
        : _details?.RestoredFrom is { } from ? R["Restored.Sent", from]
        : L["Receipt.Sent"];

    protected override async Task OnInitializedAsync()
    {
        var officer = await Officers.GetAsync();
        _receipt = await Receipts.FindAsync(Id, officer, CancellationToken.None);
        if (_receipt is null)
        {
            Navigation.NotFound();
        }
        else
        {
            _indicators = (await Registers.CurrentAsync()).Indicators;
            _details = _receipt.Wards is [var only] ? await Submissions.FindAsync(only.SubmissionId, officer, CancellationToken.None) : null;
        }
    }

    private string Timeliness(IReadOnlyList<ReceiptWard> wards) => wards.Count(w => !w.IsLate) switch
    {
        0 => Timeliness(false),
        var onTime when onTime == wards.Count => Timeliness(true),
        var onTime => L["Receipt.PartlyLate", FigureText.Count(onTime), FigureText.Count(wards.Count), FigureText.Date(_receipt!.DueOn)],
    };

    private string Timeliness(bool isOnTime) => isOnTime ? L["Receipt.Timely"] : L["Receipt.Late", FigureText.Date(_receipt!.DueOn)];
}
