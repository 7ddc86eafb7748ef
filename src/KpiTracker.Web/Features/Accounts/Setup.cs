using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Domain.OrganisationUnits;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Web.Features.Accounts;

/// <summary>How the setting up of a new site ended.</summary>
internal abstract record SetupOutcome
{
    private SetupOutcome()
    {
    }

    public sealed record Done : SetupOutcome;

    public sealed record WrongToken : SetupOutcome;

    /// <summary>There are accounts: it is done for good.</summary>
    public sealed record Closed : SetupOutcome;

    public sealed record Refused(AccountOutcome Why) : SetupOutcome;
}

/// <summary>The first account of a site: an administrator, made by whoever holds the token. Closed for good as soon as there is any account.</summary>
internal sealed class Setup(Data.Accounts.Accounts accounts, SetupToken token, IDbContextFactory<KpiTrackerDbContext> dbFactory)
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    public async Task<bool> IsOpenAsync()
    {
        await using var db = await dbFactory.CreateDbContextAsync();
        return !await db.Users.AnyAsync();
    }

    public async Task<SetupOutcome> RunAsync(string? writtenToken, NewAccount administrator)
    {
        await Turn.WaitAsync();
        try
        {
            return !await IsOpenAsync() ? new SetupOutcome.Closed()
                : !token.Is(writtenToken) ? new SetupOutcome.WrongToken()
                : await accounts.AddAsync(administrator) is var outcome and not AccountOutcome.Done ? new SetupOutcome.Refused(outcome)
                : new SetupOutcome.Done();
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>The provinces and cities of today's register.</summary>
    public static IReadOnlyList<OrganisationUnit> Provinces(OrganisationTree units, Domain.Periods.ReportingPeriod today) =>
        [.. units.Units.Where(u => u.Parent is null && u.IsValidIn(today)).OrderBy(u => u.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("vi"), ignoreCase: false))];
}
