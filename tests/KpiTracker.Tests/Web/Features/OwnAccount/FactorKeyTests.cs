using KpiTracker.Data.Accounts;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Data;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.OwnAccount;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.OwnAccount;

/// <summary>What of a second factor lies in the database, and what becomes of it when the site's own keys are lost.</summary>
public sealed class FactorKeyTests
{
    private const string KeyName = "AuthenticatorKey";

    private TemporaryDatabase _database = null!;
    private PinnedTime _time = null!;
    private string _account = "";

    private SecondFactors Factors => _database.Services.GetRequiredService<SecondFactors>();

    [SetUp]
    public async Task Open()
    {
        _time = new PinnedTime();
        _database = await TemporaryDatabase.CreateAsync(services => services
            .AddSingleton<TimeProvider>(_time).AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>().AddSingleton<FactorKeys>().AddSingleton<SecondFactors>());
        await using var scope = _database.Services.CreateAsyncScope();
        var unit = (await _database.RegistersAsync()).Units.FindInSeries("003", new ReportingPeriod(2025, 5))!.Key;
        var made = await scope.ServiceProvider.GetRequiredService<Accounts>().AddAsync(new NewAccount("lan", "Lê Thị Lan", AccountRole.Leader, unit, Password: null));
        _account = ((AccountOutcome.Done)made).AccountId;
    }

    [TearDown]
    public async Task Close() => await _database.DisposeAsync();

    [Test]
    public async Task The_key_lies_sealed_in_the_database_and_its_codes_are_good()
    {
        var (key, _) = await TurnOnAsync();

        Assert.That(await KeptAsync(), Does.StartWith("sealed:").And.Not.Contain(key));
        Assert.That(await Factors.AcceptAsync(_account, NextCode(key)), Is.True);
    }

    [Test]
    public async Task A_key_of_an_earlier_version_is_read_and_sealed_at_the_next_start_once()
    {
        var (key, _) = await TurnOnAsync();
        await KeepAsync(key);

        Assert.That(await Factors.AcceptAsync(_account, NextCode(key)), Is.True, "as it was");
        Assert.That(await Factors.SealAllAsync(default), Is.EqualTo((1, 0)));
        Assert.That(await Factors.SealAllAsync(default), Is.EqualTo((0, 0)));
        Assert.That(await KeptAsync(), Does.StartWith("sealed:").And.Not.Contain(key));
        Assert.That(await Factors.AcceptAsync(_account, NextCode(key)), Is.True, "sealed");
    }

    [Test]
    public async Task Restored_without_the_site_s_keys_no_code_is_taken_and_a_recovery_code_is()
    {
        var (key, recovery) = await TurnOnAsync();
        var elsewhere = ActivatorUtilities.CreateInstance<SecondFactors>(_database.Services, new FactorKeys(new EphemeralDataProtectionProvider()));

        Assert.That(await elsewhere.SealAllAsync(default), Is.EqualTo((0, 1)), "and the log says so");
        Assert.That(await elsewhere.AcceptAsync(_account, NextCode(key)), Is.False);
        Assert.That(await elsewhere.AcceptAsync(_account, recovery[0]), Is.True);
    }

    [Test]
    public void A_sealed_key_is_good_for_its_own_account_alone()
    {
        var keys = _database.Services.GetRequiredService<FactorKeys>();

        Assert.That((keys.Open("a", keys.Seal("a", "ABC")), keys.Open("b", keys.Seal("a", "ABC")), keys.Open("a", "sealed:rubbish")), Is.EqualTo(("ABC", (string?)null, (string?)null)));
    }

    private async Task<(string Key, IReadOnlyList<string> Recovery)> TurnOnAsync()
    {
        var offer = Factors.Offer(_account, "lan");
        var codes = await Factors.TurnOnAsync(_account, offer.Sealed, CodeOf(offer.Key));
        return (offer.Key, codes!);
    }

    /// <summary>Each code is good once.</summary>
    private string NextCode(string key)
    {
        _time.Now += TimeSpan.FromSeconds(30);
        return CodeOf(key);
    }

    private string CodeOf(string key) => TimeCode.At(key, _time.GetUtcNow().ToUnixTimeSeconds() / 30);

    private async Task<string?> KeptAsync()
    {
        await using var db = await _database.Factory.CreateDbContextAsync();
        return await db.UserTokens.Where(t => t.Name == KeyName).Select(t => t.Value).SingleAsync();
    }

    private async Task KeepAsync(string value)
    {
        await using var db = await _database.Factory.CreateDbContextAsync();
        await db.UserTokens.Where((IdentityUserToken<string> t) => t.Name == KeyName).ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, value));
    }
}
