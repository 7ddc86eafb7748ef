using KpiTracker.Web.Features.Accounts;
using Microsoft.AspNetCore.Components;

namespace KpiTracker.Web.Features.Batches;

/// <summary>A batch with the outcome of each file, and what can be done about it. It goes on without this page.</summary>
public sealed partial class BatchPage
{
    private BatchOverview? _batch;
    private BatchFilter _filter;
    private IReadOnlyList<BatchRow> _shown = [];

    [Parameter]
    public Guid Batch { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private int? File { get; set; }

    [SupplyParameterFromQuery]
    private string? Problem { get; set; }

    [Inject]
    private BatchQuery Batches { get; set; } = null!;

    [Inject]
    private CurrentOfficer Officers { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Address => $"/reports/batches/{Batch}";

    protected override async Task OnInitializedAsync()
    {
        _batch = await Batches.FindAsync(Batch, await Officers.GetAsync(), CancellationToken.None);
        if (_batch is null)
        {
            Navigation.NotFound();
            return;
        }

        _filter = Enum.TryParse<BatchFilter>(State, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : BatchFilter.All;
        _shown = _filter.Of(_batch);
    }
}
