using KpiTracker.Data;
using KpiTracker.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

public sealed partial class SignInPage
{
    private bool _failed;
    private bool _hasAccounts;

    [SupplyParameterFromForm(FormName = "sign-in")]
    private string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private string? Password { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [Inject]
    private SignIn SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IWebHostEnvironment Environment { get; set; } = null!;

    [Inject]
    private IDbContextFactory<KpiTrackerDbContext> DbFactory { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await using var db = await DbFactory.CreateDbContextAsync();
        _hasAccounts = await db.Users.AnyAsync();
    }

    private async Task SignInAsync()
    {
        _failed = !await SignIn.TryAsync(Name, Password);
        if (!_failed)
        {
            Navigation.NavigateTo(LocalUrl.OrElse(ReturnUrl, "/"), forceLoad: true);
        }
    }
}
