using KpiTracker.Data.Backups;
using KpiTracker.Web.Features.Backups;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Tests.Web.Features.Backups;

internal sealed class ScheduledBackupsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.FromHours(7));

    [TestCase("12:01", 0, 1)]
    [TestCase("12:00", 24, 0)]
    [TestCase("01:30", 13, 30)]
    [TestCase("23:59", 11, 59)]
    public void The_next_backup_is_at_the_next_such_time_of_day(string at, int hours, int minutes) =>
        Assert.That(ScheduledBackups.Until(TimeOnly.Parse(at, null), Noon), Is.EqualTo(new TimeSpan(hours, minutes, 0)));

    [TestCase(null, false, true, "none yet")]
    [TestCase(1, false, true, "ok")]
    [TestCase(36, false, true, "ok")]
    [TestCase(37, false, true, "overdue")]
    [TestCase(37, false, false, "not scheduled")]
    [TestCase(1, true, true, "failed")]
    public void The_health_check_says_how_the_backups_stand(int? hoursAgo, bool failed, bool scheduled, string word)
    {
        IReadOnlyList<BackupFile> files = hoursAgo is { } hours ? [new BackupFile("a.zip", Noon.AddHours(-hours), BackupReason.Scheduled, 1)] : [];
        var settings = new BackupSettings { At = scheduled ? new TimeOnly(1, 30) : null };

        Assert.That(Health.BackupWord(files, failed ? new BackupAttempt(Noon, "disk full") : null, settings, Noon), Is.EqualTo(word));
    }
}
