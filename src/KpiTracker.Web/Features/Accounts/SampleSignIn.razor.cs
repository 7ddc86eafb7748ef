using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Web.Features.SampleData;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

public sealed partial class SampleSignIn
{
    // The order in which someone who tries it out meets them.
    private static readonly AccountRole[] Order = [AccountRole.WardOfficer, AccountRole.Leader, AccountRole.DistrictOfficer, AccountRole.Administrator];

    private SampleDataProgressNow _now = new(SampleDataStage.Idle, 0, 0);
    private IReadOnlyList<SampleAccount> _accounts = [];
    private bool _isUnderWay;

    [Parameter, EditorRequired]
    public string? ReturnUrl { get; set; }

    [Inject]
    private IDbContextFactory<KpiTrackerDbContext> DbFactory { get; set; } = null!;

    [Inject]
    private Registers Registers { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        _now = Progress.Now;
        await using var db = await DbFactory.CreateDbContextAsync();
        var rows = await db.Users.AsNoTracking().Where(a => a.IsSample).ToListAsync();
        var snapshot = await Registers.CurrentAsync();
        _accounts = [.. rows
            .OrderBy(a => Array.IndexOf(Order, a.Role))
            .Select(a => new SampleAccount(a.Id, a.Role, a.DisplayName, snapshot.UnitOf(a.UnitId).NameWithKind))];
        _isUnderWay = _now.Stage == SampleDataStage.Loading || (_accounts.Count == 0 && _now.Stage != SampleDataStage.Failed);
    }

    private sealed record SampleAccount(string Id, AccountRole Role, string Name, string Unit);
}
