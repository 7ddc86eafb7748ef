using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Data;
using KpiTracker.Web.Features.Holidays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Periods;

/// <summary>Days off that an administrator adds and takes away. The reports of December 2027 are due five working days after Friday, 31/12/2027.</summary>
public sealed class HolidayAdministrationTests
{
    private static readonly ReportingPeriod December = new(2027, 12);
    private static readonly Officer Administrator = new("x", "Phạm Quốc Bảo", AccountRole.Administrator, new UnitKey("01", DateOnly.MinValue));

    private TemporaryDatabase _database = null!;

    private HolidayAdministration Holidays => _database.Services.GetRequiredService<HolidayAdministration>();

    [SetUp]
    public async Task Open() => _database = await TemporaryDatabase.CreateAsync(services => services.AddHolidays());

    [TearDown]
    public async Task Close() => await _database.DisposeAsync();

    [Test]
    public async Task Due_dates_move_with_the_days_off_and_back()
    {
        var before = await DueOnAsync();
        // A Monday to the Sunday after it: the five weekdays count.
        var added = await AddAsync("2028-01-03", "2028-01-09", "Tết Dương lịch");
        var after = await DueOnAsync();
        var again = await AddAsync("03/01/2028", "09/01/2028", "Tết Dương lịch");
        var removed = await Holidays.RemoveAsync("2028-01-03", Administrator, default);

        Assert.That((added, again, removed), Is.EqualTo((HolidayOutcome.Added, HolidayOutcome.Unchanged, HolidayOutcome.Removed)));
        Assert.That((before, after, await DueOnAsync()), Is.EqualTo((new DateOnly(2028, 1, 7), new DateOnly(2028, 1, 14), new DateOnly(2028, 1, 13))));
    }

    [Test]
    public async Task A_day_of_the_shipped_register_is_taken_away_and_stays_away()
    {
        var newYear = new DateOnly(2027, 1, 1);
        await Holidays.RemoveAsync("2027-01-01", Administrator, default);
        Assert.That((await _database.RegistersAsync()).Holidays, Does.Not.ContainKey(newYear));

        await AddAsync("2027-01-01", "", "Nghỉ lại");
        Assert.That((await _database.RegistersAsync()).Holidays[newYear], Is.EqualTo("Nghỉ lại"));
    }

    [Test]
    public async Task Each_day_is_recorded_with_what_it_was()
    {
        await AddAsync("2028-01-03", "2028-01-04", "Tết");
        await Holidays.RemoveAsync("2028-01-04", Administrator, default);

        await using var db = await _database.Factory.CreateDbContextAsync();
        var lines = await db.AuditEntries.AsNoTracking().Where(e => e.Action == AuditAction.HolidaySet).OrderBy(e => e.Sequence).ToListAsync();
        Assert.That(lines.Select(l => (l.Name, l.Before, l.After)), Is.EqualTo(new[]
        {
            ("Phạm Quốc Bảo", "{}", """{"day":"2028-01-03","holiday":"Tết"}"""),
            ("Phạm Quốc Bảo", "{}", """{"day":"2028-01-04","holiday":"Tết"}"""),
            ("Phạm Quốc Bảo", """{"holiday":"Tết"}""", """{"day":"2028-01-04"}"""),
        }));
    }

    [TestCase("2028-01-08", "2028-01-09", "Thứ Bảy và Chủ nhật")]
    [TestCase("2028-01-04", "2028-01-03", "ngược")]
    [TestCase("2028-01-03", "2028-02-03", "ba mươi hai ngày")]
    [TestCase("ngày mai", "", "không phải ngày")]
    [TestCase("1999-01-04", "", "xưa quá")]
    [TestCase("2028-01-03", "", "  ")]
    [TestCase(null, null, null)]
    public async Task What_is_no_day_off_is_refused(string? from, string? to, string? name) => Assert.That(await AddAsync(from, to, name), Is.EqualTo(HolidayOutcome.Invalid));

    [TestCase(AccountRole.DistrictOfficer)]
    [TestCase(AccountRole.Leader)]
    [TestCase(AccountRole.WardOfficer)]
    public async Task Nobody_else_sets_them(AccountRole role) =>
        Assert.That(await Holidays.AddAsync(new AskedHolidays("2028-01-03", null, "Tết"), Administrator with { Role = role }, default), Is.EqualTo(HolidayOutcome.NotYours));

    private Task<HolidayOutcome> AddAsync(string? from, string? to, string? name) => Holidays.AddAsync(new AskedHolidays(from, to, name), Administrator, default);

    private async Task<DateOnly> DueOnAsync() => (await _database.RegistersAsync()).Calendar.DueOn(December);
}
