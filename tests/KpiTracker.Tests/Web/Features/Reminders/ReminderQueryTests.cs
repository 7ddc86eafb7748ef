using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Data;
using KpiTracker.Tests.Web.Features.Dashboard;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Mail;
using KpiTracker.Web.Features.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Features.Reminders;

/// <summary>Who still owes a report, who may ask, and who gets a mail.</summary>
public sealed class ReminderQueryTests
{
    private static readonly ReportingPeriod May = new(2025, 5);

    private TemporaryDatabase _database = null!;
    private PinnedTime _time = null!;

    [SetUp]
    public async Task Open()
    {
        _time = new PinnedTime { Now = new DateTimeOffset(2025, 6, 9, 9, 0, 0, TimeSpan.FromHours(7)) };
        _database = await TemporaryDatabase.CreateAsync(services => services
            .AddSingleton<TimeProvider>(_time)
            .AddSingleton(new MailSettings { Host = "127.0.0.1", From = "kpi@quan.vn" })
            .AddSingleton<Outbox>().AddSingleton<ReminderQuery>().AddSingleton<ReminderSending>());
        await using var db = await _database.Factory.CreateDbContextAsync();
        var reports = new StoredReports(db, await _database.RegistersAsync());
        await reports.AddAsync("00109", "2025-05", "2025-06-02", ("OFFICIALS", 500, 1000));
        await reports.AddAsync("00106", "2025-05", "2025-06-02", ("OFFICIALS", 500, 1000));
        await db.Submissions.Where(s => s.UnitId == db.OrganisationUnits.First(u => u.Code == "00106" && u.ValidTo != null).Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ReturnedAt, _time.Now).SetProperty(s => s.ReturnReason, "Sai tổng số."));
    }

    [TearDown]
    public async Task Close() => await _database.DisposeAsync();

    [Test]
    public async Task A_district_officer_sees_who_has_not_sent_and_who_has_to_send_again()
    {
        var list = await ListAsync(await OfficerAsync(AccountRole.DistrictOfficer, "003"));

        Assert.Multiple(() =>
        {
            Assert.That((list.Expected, list.Reported, list.DaysLeft), Is.EqualTo((8, 1, -3)));
            Assert.That(list.Owing.Select(w => w.Ward.Code), Does.Not.Contain("00109").And.Contain("00106").And.Contain("00103"));
            Assert.That(list.Owing.Single(w => w.Ward.Code == "00106").ReturnReason, Is.EqualTo("Sai tổng số."));
            Assert.That(list.Owing.Single(w => w.Ward.Code == "00103").ReturnReason, Is.Null);
        });
    }

    [TestCase(AccountRole.DistrictOfficer, "006")]
    [TestCase(AccountRole.Leader, "003")]
    [TestCase(AccountRole.WardOfficer, "00103")]
    public async Task Nobody_else_does(AccountRole role, string unit) =>
        Assert.That(await AskAsync("003", "2025-05", await OfficerAsync(role, unit)), Is.TypeOf<ReminderAnswer.NotYours>());

    [TestCase("003", "2030-01")]
    [TestCase("003", "2025-03", Description = "before the campaign")]
    [TestCase("003", "tháng 5")]
    [TestCase("999", "2025-05")]
    public async Task An_address_that_means_nothing_is_unknown(string unit, string month) =>
        Assert.That(await AskAsync(unit, month, await OfficerAsync(AccountRole.DistrictOfficer, "003")), Is.TypeOf<ReminderAnswer.Unknown>());

    [Test]
    public async Task The_officers_of_chosen_wards_are_mailed_once_a_day()
    {
        await AddWardOfficerAsync("can-bo-103", "00103", "a@phuong.vn");
        await AddWardOfficerAsync("can-bo-103b", "00103", null);
        await AddWardOfficerAsync("can-bo-109", "00109", "b@phuong.vn");
        var officer = await OfficerAsync(AccountRole.DistrictOfficer, "003");
        string[] chosen = ["00103", "00109"];

        var first = await SendAsync(chosen, officer);
        var again = await SendAsync(chosen, officer);
        _time.Now += TimeSpan.FromDays(1);
        var nextDay = await SendAsync(chosen, officer);

        Assert.That(new[] { first, again, nextDay }, Is.EqualTo(new ReminderSent?[] { new(1, 0), new(0, 1), new(1, 0) }));
        var ward = (await ListAsync(officer)).Owing.Single(w => w.Ward.Code == "00103");
        Assert.That((ward.Officers.Count, ward.LastMail?.IsWaiting), Is.EqualTo((2, true)));
        await using var db = await _database.Factory.CreateDbContextAsync();
        var recorded = await db.AuditEntries.AsNoTracking().Where(e => e.Action == AuditAction.ReminderMailed).ToListAsync();
        Assert.That(recorded.Select(e => (e.Name, e.Subject, e.After)), Is.EqualTo(Enumerable.Repeat(("Nguyễn Thu Hà", "unit:00103", """{"period":"2025-05"}"""), 2)), "once for each mail, and not its address");
    }

    [Test]
    public async Task A_stranger_mails_nobody()
    {
        await AddWardOfficerAsync("can-bo-103", "00103", "a@phuong.vn");

        Assert.That(await SendAsync(["00103"], await OfficerAsync(AccountRole.DistrictOfficer, "006")), Is.Null);
        await using var db = await _database.Factory.CreateDbContextAsync();
        Assert.That(await db.OutgoingMessages.CountAsync(), Is.Zero);
    }

    private async Task<Officer> OfficerAsync(AccountRole role, string unit) => new("x", "Nguyễn Thu Hà", role, await KeyAsync(unit));

    private async Task<UnitKey> KeyAsync(string unit) => (await _database.RegistersAsync()).Units.FindInSeries(unit, May)!.Key;

    private Task<ReminderAnswer> AskAsync(string unit, string month, Officer officer) => _database.Services.GetRequiredService<ReminderQuery>().AskAsync(unit, month, officer);

    private async Task<ReminderList> ListAsync(Officer officer) => ((ReminderAnswer.Found)await AskAsync("003", "2025-05", officer)).List;

    private Task<ReminderSent?> SendAsync(string[] wards, Officer officer) =>
        _database.Services.GetRequiredService<ReminderSending>().SendAsync("003", "2025-05", wards, "https://kpi.quan.vn/reports", officer, default);

    private async Task AddWardOfficerAsync(string name, string ward, string? email)
    {
        var made = await _database.Services.GetRequiredService<Accounts>().AddAsync(new NewAccount(name, name, AccountRole.WardOfficer, await KeyAsync(ward), Password: null));
        Assert.That(made, Is.TypeOf<AccountOutcome.Done>());
        await using var db = await _database.Factory.CreateDbContextAsync();
        await db.Users.Where(a => a.UserName == name).ExecuteUpdateAsync(set => set.SetProperty(a => a.Email, email));
    }
}
