using System.Net.Mail;
using System.Security.Authentication;
using System.Threading.Channels;
using KpiTracker.Data.Messages;
using KpiTracker.Data.Record;
using KpiTracker.Tests.Data;
using KpiTracker.Tests.Web.Hosting;
using KpiTracker.Web.Features.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace KpiTracker.Tests.Web.Features.Mail;

/// <summary>Mails that wait: written once, tried again, given up, and gone on with after a restart.</summary>
public sealed class OutboxTests
{
    private const string NoRoom = "CREATE TRIGGER \"NoRoom\" ";

    private static readonly DateTimeOffset Morning = new(2026, 11, 9, 1, 0, 0, TimeSpan.Zero);

    private TemporaryDatabase _database = null!;
    private PinnedTime _time = null!;
    private FakeTransport _transport = null!;

    [SetUp]
    public async Task Open()
    {
        _time = new PinnedTime { Now = Morning };
        _transport = new FakeTransport();
        _database = await TemporaryDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(_time).AddSingleton<Outbox>());
    }

    [TearDown]
    public async Task Close() => await _database.DisposeAsync();

    [Test]
    public async Task A_mail_is_sent_once_however_often_it_is_written()
    {
        Assert.That(await WriteAsync("a", "a", "b"), Is.EqualTo(2));
        Assert.That(await WriteAsync("a"), Is.Zero);

        await SendAsync();
        await SendAsync();

        Assert.That(_transport.Taken, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(await OneAsync("a"), Has.Property(nameof(OutgoingMessage.SentAt)).EqualTo(Morning).And.Property(nameof(OutgoingMessage.Body)).Empty);
    }

    [Test]
    public async Task What_the_server_refuses_is_tried_again_later_and_holds_nobody_else_up()
    {
        await WriteAsync("a", "b");
        _transport.Refused.Add("a");
        await SendAsync();
        var waiting = await OneAsync("a");
        _transport.Refused.Clear();
        await SendAsync();
        var tooEarly = _transport.Taken.ToList();
        _time.Now += TimeSpan.FromMinutes(1);
        await SendAsync();

        Assert.Multiple(() =>
        {
            Assert.That((waiting.Problem, waiting.Attempts, waiting.SentAt), Is.EqualTo(("the box is full", 1, (DateTimeOffset?)null)));
            Assert.That(tooEarly, Is.EqualTo(new[] { "b" }));
            Assert.That(_transport.Taken, Is.EqualTo(new[] { "b", "a" }));
        });
    }

    [Test]
    public async Task A_server_whose_certificate_is_not_trusted_is_that_mail_s_trouble_and_nobody_else_s()
    {
        await WriteAsync("a", "b");
        _transport.Distrusted.Add("a");

        await SendAsync();

        Assert.That(_transport.Taken, Is.EqualTo(new[] { "b" }));
        Assert.That((await OneAsync("a")).Problem, Is.EqualTo("the certificate is not trusted"));
    }

    [Test]
    public async Task After_a_day_a_mail_is_given_up_and_its_text_forgotten()
    {
        await WriteAsync("a");
        _transport.Refused.Add("a");
        for (var hours = 0; hours <= 30; hours++)
        {
            await SendAsync();
            _time.Now += TimeSpan.FromHours(1);
        }

        var given = await OneAsync("a");
        Assert.That((given.NextAttemptAt, given.Body, given.Attempts, given.Problem), Is.EqualTo(((DateTimeOffset?)null, "", 8, "the box is full")));
    }

    [TestCase(false, NoRoom + "BEFORE UPDATE ON \"OutgoingMessages\" BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END", Description = "when a mail is marked as sent")]
    [TestCase(true, NoRoom + "BEFORE INSERT ON \"OutgoingMessages\" BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END", Description = "when a mail is written: its sender is told")]
    public async Task A_full_disk_ends_neither_the_sending_nor_a_mail(bool isInWriting, string noRoom)
    {
        await WriteAsync("a");
        await using var db = await _database.Factory.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(noRoom);
        var outbox = _database.Services.GetRequiredService<Outbox>();
        var log = new ErrorLog();
        using var sender = new OutboxSender(outbox, _transport, new MailSettings { Host = "127.0.0.1", From = "kpi@quan.vn" }, log);
        await sender.StartAsync(default);
        await _transport.ReachAsync(1);
        if (isInWriting)
        {
            Assert.That(async () => await WriteAsync("b"), Throws.TypeOf<DbUpdateException>());
        }
        else
        {
            await log.Written.WaitAsync(TimeSpan.FromSeconds(30));
        }

        await db.Database.ExecuteSqlRawAsync("""DROP TRIGGER "NoRoom" """);
        await WriteAsync("b");
        await _transport.ReachAsync(isInWriting ? 2 : 3);
        await sender.StopAsync(default);

        Assert.That(sender.ExecuteTask!.IsFaulted, Is.False);
        Assert.That(await db.OutgoingMessages.AsNoTracking().Select(m => m.SentAt).ToListAsync(), Is.EqualTo(new DateTimeOffset?[] { Morning, Morning }));
    }

    [TestCase(1, 1)]
    [TestCase(4, 60)]
    [TestCase(7, 720)]
    public void The_pause_grows(int attempts, int minutes) => Assert.That(OutboxPause.After(attempts), Is.EqualTo(TimeSpan.FromMinutes(minutes)));

    [Test]
    public void After_the_eighth_attempt_there_is_none() => Assert.That(OutboxPause.After(8), Is.Null);

    private Task<int> WriteAsync(params string[] keys) => _database.Services.GetRequiredService<Outbox>()
        .WriteAsync([.. keys.Select(key => new NewMessage(key, key + "@example.vn", "Nhắc", "Đề nghị gửi", "x", new AuditEvent(AuditAction.ReminderMailed, AuditEvent.Of("unit", key))))], default);

    private async Task SendAsync()
    {
        // As after a restart: nothing is known but what lies in the database.
        var outbox = ActivatorUtilities.CreateInstance<Outbox>(_database.Services);
        using var sender = new OutboxSender(outbox, _transport, new MailSettings(), NullLogger<OutboxSender>.Instance);
        await sender.SendDueAsync(default);
    }

    private async Task<OutgoingMessage> OneAsync(string key)
    {
        await using var db = await _database.Factory.CreateDbContextAsync();
        return await db.OutgoingMessages.AsNoTracking().SingleAsync(m => m.Key == key);
    }

    private sealed class ErrorLog : ILogger<OutboxSender>
    {
        private readonly TaskCompletionSource _written = new();

        /// <summary>When the first error was.</summary>
        public Task Written => _written.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                _written.TrySetResult();
            }
        }
    }

    private sealed class FakeTransport : IMailTransport
    {
        public List<string> Taken { get; } = [];

        private readonly Channel<string> _taken = Channel.CreateUnbounded<string>();
        private int _reached;

        public HashSet<string> Refused { get; } = [];

        public HashSet<string> Distrusted { get; } = [];

        public Task SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
        {
            if (Refused.Contains(message.Key))
            {
                throw new SmtpException("the box is full");
            }

            if (Distrusted.Contains(message.Key))
            {
                throw new AuthenticationException("the certificate is not trusted");
            }

            Taken.Add(message.Key);
            _taken.Writer.TryWrite(message.Key);
            return Task.CompletedTask;
        }

        /// <summary>Returns when so many mails were taken in all.</summary>
        public async Task ReachAsync(int count)
        {
            for (; _reached < count; _reached++)
            {
                await _taken.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
            }
        }
    }
}
