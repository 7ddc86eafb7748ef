using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Data.AccountStore;

/// <summary>For which units somebody may work, from when until when.</summary>
internal sealed class ScopeTests
{
    private static readonly ReportingPeriod May = new(2025, 5);

    [TestCase("2025-06-01", "Bưởi")]
    [TestCase("2025-06-10", "Bưởi, Yên Phụ", Description = "the first day counts")]
    [TestCase("2025-06-20", "Bưởi, Yên Phụ", Description = "the last day counts")]
    [TestCase("2025-06-21", "Yên Phụ")]
    [TestCase("2025-07-01", "", Description = "all have ended: nobody")]
    [TestCase("2025-04-30", "", Description = "none has begun: nobody")]
    public async Task Somebody_works_for_the_units_in_force_today_the_home_unit_first(string day, string expected)
    {
        var time = new PinnedTime { Now = new DateTimeOffset(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7)) };
        await using var database = await TemporaryDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(time));
        var registers = await database.RegistersAsync();
        int Id(string code) => registers.IdOf(registers.Units.Find(code, May)!.Key);
        await using (var db = await database.Factory.CreateDbContextAsync())
        {
            var account = new Account { Id = "a", UserName = "a", DisplayName = "A", Role = AccountRole.WardOfficer, UnitId = Id("00109") };
            account.Scopes.Add(new AccountScope { UnitId = Id("00106"), From = new(2025, 6, 10), To = new(2025, 6, 30) });
            account.Scopes.Add(new AccountScope { UnitId = Id("00109"), From = new(2025, 5, 1), To = new(2025, 6, 20) });
            db.Users.Add(account);
            await db.SaveChangesAsync();
        }

        var officer = await database.Services.GetRequiredService<Officers>().FindAsync("a");

        Assert.That(string.Join(", ", (officer?.Units ?? []).Select(u => registers.Units.Find(u)!.Name)), Is.EqualTo(expected));
        Assert.That(officer is null || officer.Units.All(u => officer.MaySend(registers.Units, u)));
    }

    [Test]
    public void Rights_reach_over_every_unit_of_the_officer()
    {
        var units = KpiTracker.Data.Registers.RegisterSnapshot.FromFiles().Units;
        UnitKey Key(string code) => units.Find(code, May)!.Key;
        var district = new Officer("id", "Tổng", AccountRole.DistrictOfficer, [Key("003"), Key("006")]);

        Assert.Multiple(() =>
        {
            Assert.That(district.MaySee(units, Key("00109")) && district.MaySend(units, Key("00109")) && district.MayReturn(units, Key("00109")));
            Assert.That(units.WardsOf(Key("006"), May).All(w => district.MaySee(units, w.Key) && district.MayReturn(units, w.Key)));
            Assert.That(district.MaySee(units, Key("007")), Is.False);
        });
    }

    [Test]
    public async Task Accounts_of_an_earlier_version_may_do_afterwards_what_they_could_before()
    {
        await using var database = TemporaryDatabase.Empty();
        database.Directory.Create();
        await using (var db = await database.Factory.CreateDbContextAsync())
        {
            await db.GetService<IMigrator>().MigrateAsync("KeepLastSignIn");
            await db.Database.ExecuteSqlRawAsync("""
                INSERT INTO OrganisationUnits (Id, Code, ValidFrom, Name, NameWithKind, Kind) VALUES (1, '01', '1900-01-01', 'Hà Nội', 'Thành phố Hà Nội', 'thanh-pho-truc-thuoc');
                INSERT INTO AspNetUsers (Id, UserName, DisplayName, Role, UnitId, IsSample, EmailConfirmed, PhoneNumberConfirmed, TwoFactorEnabled, LockoutEnabled, AccessFailedCount)
                VALUES ('a', 'a', 'A', 'Administrator', 1, 0, 0, 0, 0, 1, 0);
                """);
        }

        await database.Services.GetRequiredService<DatabaseStart>().PrepareAsync();

        Assert.That((await database.Services.GetRequiredService<Officers>().FindAsync("a"))?.Role, Is.EqualTo(AccountRole.Administrator));
    }
}
