using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Domain.Periods;
using KpiTracker.Tests.Data;
using KpiTracker.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Hosting;

/// <summary>The first administrator of a site without accounts.</summary>
public sealed class SetupTests
{
    private const string Phrase = "mười con cá vàng bơi ngược";

    private TemporaryDatabase _database = null!;
    private AsyncServiceScope _scope;

    private SetupToken Token => _scope.ServiceProvider.GetRequiredService<SetupToken>();

    private Setup Setup => _scope.ServiceProvider.GetRequiredService<Setup>();

    [SetUp]
    public async Task Open()
    {
        var configuration = new ConfigurationBuilder().Build();
        _database = await TemporaryDatabase.CreateAsync(services => services.AddSingleton<IConfiguration>(configuration).AddSingleton<SetupToken>().AddScoped<Setup>());
        _scope = _database.Services.CreateAsyncScope();
    }

    [TearDown]
    public async Task Close()
    {
        await _scope.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Whoever_holds_the_token_becomes_administrator_and_it_is_done_for_good()
    {
        Assert.That(await Setup.RunAsync(" " + Token.Made + " ", await AskedAsync(Phrase)), Is.TypeOf<SetupOutcome.Done>());

        Assert.That(await Setup.IsOpenAsync(), Is.False);
        Assert.That(await Setup.RunAsync(Token.Made, await AskedAsync(Phrase, "ke-den-sau")), Is.TypeOf<SetupOutcome.Closed>());
    }

    [Test]
    public async Task The_campaign_begins_and_reports_are_due_as_was_said_at_set_up()
    {
        await Setup.RunAsync(Token.Made, await AskedAsync(Phrase), new PeriodRule(new ReportingPeriod(2026, 11), 14, 2));

        var calendar = (await _database.RegistersAsync()).Calendar;
        Assert.That((calendar.FirstPeriod, calendar.DueOn(new ReportingPeriod(2026, 12))), Is.EqualTo((new ReportingPeriod(2026, 11), new DateOnly(2026, 12, 16))));
    }

    [Test]
    public async Task Account_and_rule_are_one_piece_when_the_rule_cannot_be_kept_nobody_is_administrator()
    {
        await using var db = await _database.Factory.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("""CREATE TRIGGER "NoRule" BEFORE INSERT ON "PeriodRuleChanges" BEGIN SELECT RAISE(ABORT, 'the disk is full'); END""");

        Assert.That(async () => await Setup.RunAsync(Token.Made, await AskedAsync(Phrase), new PeriodRule(new ReportingPeriod(2026, 11), 14, 2)), Throws.TypeOf<DbUpdateException>());
        Assert.That(await Setup.IsOpenAsync(), Is.True);
        Assert.That(await db.AuditEntries.AnyAsync(e => e.Action == AuditAction.AccountMade || e.Action == AuditAction.SetUp), Is.False);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("abcd-efgh-jkmn-pqrs")]
    public async Task Without_the_token_nobody_becomes_anything(string? written)
    {
        Assert.That(await Setup.RunAsync(written, await AskedAsync(Phrase)), Is.TypeOf<SetupOutcome.WrongToken>());
        Assert.That(await Setup.IsOpenAsync(), Is.True);
    }

    [Test]
    public async Task A_weak_password_is_refused_and_the_page_stays_open()
    {
        Assert.That(await Setup.RunAsync(Token.Made, await AskedAsync("matkhau")), Is.TypeOf<SetupOutcome.Refused>());
        Assert.That(await Setup.IsOpenAsync(), Is.True);
    }

    [Test]
    public async Task Two_at_once_make_one_administrator()
    {
        await using var other = _database.Services.CreateAsyncScope();
        var outcomes = await Task.WhenAll(
            Setup.RunAsync(Token.Made, await AskedAsync(Phrase)),
            other.ServiceProvider.GetRequiredService<Setup>().RunAsync(Token.Made, await AskedAsync(Phrase, "nguoi-thu-hai")));

        Assert.That(outcomes.Select(o => o.GetType()), Is.EquivalentTo(new[] { typeof(SetupOutcome.Done), typeof(SetupOutcome.Closed) }));
    }

    [Test]
    public void A_given_token_is_not_printed()
    {
        var given = new SetupToken(new ConfigurationBuilder().AddInMemoryCollection([new(SetupToken.Setting, "đã biết")]).Build());

        Assert.That((given.Made, given.Is("đã biết"), given.Is("khác")), Is.EqualTo(((string?)null, true, false)));
    }

    private async Task<NewAccount> AskedAsync(string password, string name = "quan-tri") =>
        new(name, "Quản Trị", AccountRole.Administrator, (await _database.RegistersAsync()).Units.FindInSeries("01", new ReportingPeriod(2026, 10))!.Key, password);
}
