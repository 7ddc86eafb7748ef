using System.Diagnostics;
using System.IO.Compression;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Submissions;
using KpiTracker.Tests.Web.Submissions;
using KpiTracker.Web.Features.Batches;

namespace KpiTracker.Tests.Web.Batches;

/// <summary>As many files as may be sent at once, half of them loose and half in a zip, one of them bad: the measure of the whole.</summary>
internal sealed class ThreeHundredFilesTests
{
    private const int Bad = 150;

    [Test]
    public async Task Three_hundred_files_are_read_and_sent_but_for_the_bad_one_which_is_named()
    {
        await using var bench = await BatchBench.CreateAsync(AccountRole.Administrator, "01");
        var wards = bench.Submissions.Registers.Units.WardsOf(bench.Submissions.Unit("01").Key, SubmissionBench.May).Take(BatchLimits.MostFiles).ToList();
        var workbooks = wards.ConvertAll(w => (Name: $"{w.Code}.xlsx", Content: WardWorkbooks.Of(w)));
        workbooks[Bad].Content.AsSpan(workbooks[Bad].Content.Length / 2).Clear();
        var half = BatchLimits.MostFiles / 2;

        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var batch = await bench.UploadAsync("01", [.. workbooks.Take(half), ("con-lai.zip", Zip(workbooks.Skip(half)))]);
        var received = clock.Elapsed;
        await bench.WorkAsync();
        var read = clock.Elapsed - received;
        var files = (await bench.FindAsync(batch)).Files;
        Assert.That(files.Where(f => f.State != BatchFileState.Good).Select(f => (f.FileName, f.State)), Is.EqualTo(new[] { (workbooks[Bad].Name, BatchFileState.Unreadable) }));
        Assert.That(files.Where(f => f.State == BatchFileState.Good).Select(f => $"{f.Unit!.Code}.xlsx"), Is.EqualTo(files.Where(f => f.State == BatchFileState.Good).Select(f => f.FileName)), "each for its own ward");

        clock.Restart();
        await bench.ConfirmAsync(batch);
        var sent = clock.Elapsed;
        Assert.That((await bench.FindAsync(batch)).Counts, Has.Property("Kept").EqualTo(BatchLimits.MostFiles - 1).And.Property("NeedingWork").EqualTo(1));
        Assert.That(await bench.OnRecordAsync(), Is.Unique.And.Length.EqualTo(BatchLimits.MostFiles - 1));
        await TestContext.Out.WriteLineAsync($"{BatchLimits.MostFiles} files: received in {received.TotalSeconds:0.0} s, read in {read.TotalSeconds:0.0} s, sent in {sent.TotalSeconds:0.0} s; {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:0.0} s of processor time in all");
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Content)> files)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }
}
