using KpiTracker.Web.Features.SampleData;

namespace KpiTracker.Tests.Web.Features.SampleData;

internal sealed class SampleDataProgressTests
{
    [Test]
    public void It_counts_files_from_where_an_earlier_run_left_off()
    {
        var progress = new SampleDataProgress();
        Assert.That(progress.Now, Is.EqualTo(new SampleDataProgressNow(SampleDataStage.Idle, 0, 0)).And.Property("Percent").Zero);

        progress.Begin(filesDone: 10, filesTotal: 40);
        progress.FileDone();
        Assert.That(progress.Now, Is.EqualTo(new SampleDataProgressNow(SampleDataStage.Loading, 11, 40)).And.Property("Percent").EqualTo(27));

        progress.Complete();
        Assert.That(progress.Now.Stage, Is.EqualTo(SampleDataStage.Complete));
    }
}
