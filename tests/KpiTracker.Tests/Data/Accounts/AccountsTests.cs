using KpiTracker.Data.Accounts;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data.AccountStore;

internal sealed class AccountsTests
{
    private const string Phrase = "ba con mèo ngủ trưa";
    private static readonly ReportingPeriod September = new(2025, 9);

    private TemporaryDatabase _database = null!;
    private AsyncServiceScope _scope;
    private UnitKey _tayHo;
    private UnitKey _area;

    private Accounts Accounts => _scope.ServiceProvider.GetRequiredService<Accounts>();

    private UserManager<Account> Users => _scope.ServiceProvider.GetRequiredService<UserManager<Account>>();

    private Officers Officers => _scope.ServiceProvider.GetRequiredService<Officers>();

    [SetUp]
    public async Task Open()
    {
        _database = await TemporaryDatabase.CreateAsync();
        _scope = _database.Services.CreateAsyncScope();
        var units = (await _database.RegistersAsync()).Units;
        _tayHo = units.Find("00103", September)!.Key;
        _area = units.Find("KV003", September)!.Key;
    }

    [TearDown]
    public async Task Close()
    {
        await _scope.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task An_account_is_made_with_a_password_by_chance_when_none_is_given()
    {
        var outcome = await Accounts.AddAsync(Ward(password: null)) as AccountOutcome.Done;

        Assert.Multiple(async () =>
        {
            Assert.That(outcome?.GeneratedPassword, Has.Length.EqualTo(19));
            Assert.That(await Users.CheckPasswordAsync((await Users.FindByNameAsync("canbo"))!, outcome!.GeneratedPassword!));
            Assert.That(await Officers.FindAsync(outcome.AccountId), Is.EqualTo(new Officer(outcome.AccountId, "Nguyễn Văn A", AccountRole.WardOfficer, _tayHo)).UsingPropertiesComparer());
            Assert.That(await Users.Users.CountAsync(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task What_cannot_be_made_is_said()
    {
        await Accounts.AddAsync(Ward());

        Assert.Multiple(async () =>
        {
            Assert.That(await Accounts.AddAsync(Ward()), Is.TypeOf<AccountOutcome.NameTaken>());
            Assert.That(await Accounts.AddAsync(Ward() with { UserName = "cán bộ" }), Is.TypeOf<AccountOutcome.NameNotAllowed>());
            Assert.That(await Accounts.AddAsync(Ward() with { Unit = _area }), Is.TypeOf<AccountOutcome.UnitDoesNotFit>());
            Assert.That(await Accounts.AddAsync(Ward("Password1!")), Is.EqualTo(new AccountOutcome.PasswordRefused(PasswordFault.TooShort)));
            Assert.That(await Accounts.ResetPasswordAsync("nobody", null), Is.TypeOf<AccountOutcome.NoSuchAccount>());
            Assert.That(await Users.Users.CountAsync(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_new_password_opens_a_locked_account_and_ends_the_old_sign_in()
    {
        var made = (AccountOutcome.Done)await Accounts.AddAsync(Ward());
        var account = (await Users.FindByNameAsync("canbo"))!;
        var stamp = account.SecurityStamp;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await Users.AccessFailedAsync(account);
        }

        var locked = await Users.IsLockedOutAsync(account);
        await Accounts.ResetPasswordAsync("canbo", "bốn con mèo ngủ trưa");

        Assert.Multiple(async () =>
        {
            Assert.That(locked);
            Assert.That(await Users.IsLockedOutAsync(account), Is.False);
            Assert.That(await Officers.FindAsync(made.AccountId, stamp), Is.Null);
            Assert.That(await Officers.FindAsync(made.AccountId, account.SecurityStamp), Is.Not.Null);
        });
    }

    [Test]
    public async Task Wrong_passwords_do_not_throw_out_who_is_signed_in_but_a_shut_account_is_nobody()
    {
        var made = (AccountOutcome.Done)await Accounts.AddAsync(Ward());
        var account = (await Users.FindByNameAsync("canbo"))!;

        await Users.SetLockoutEndDateAsync(account, DateTimeOffset.UtcNow.AddMinutes(15));
        var whileLocked = await Officers.FindAsync(made.AccountId);
        await Users.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue);

        Assert.Multiple(async () =>
        {
            Assert.That(whileLocked, Is.Not.Null);
            Assert.That(await Officers.FindAsync(made.AccountId), Is.Null);
            Assert.That((await Users.Users.SingleAsync()).IsShut);
            Assert.That(await Officers.FindAsync("nobody"), Is.Null);
        });
    }

    private NewAccount Ward(string? password = Phrase) => new("canbo", "Nguyễn Văn A", AccountRole.WardOfficer, _tayHo, password);
}
