using System.IO.Compression;
using System.Text;
using KpiTracker.Data.Submissions;
using KpiTracker.Web.Features.Batches;

namespace KpiTracker.Tests.Web.Batches;

/// <summary>What is taken of what is sent: loose files and zips, odd ones and hostile ones. Nothing is dropped in silence, and nothing is left behind.</summary>
internal sealed class BatchReceivingTests
{
    private const string Buoi = "00109";
    private const string NhatTan = "00094";

    private BatchBench _bench = null!;

    [SetUp]
    public async Task Open() => _bench = await BatchBench.CreateAsync();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task A_zip_s_workbooks_are_taken_and_everything_else_in_it_is_listed()
    {
        var batch = await _bench.UploadAndWorkAsync(("thang 5.zip", Zip(
            ("Tháng 5/", []),
            ("Tháng 5/Phường Bưởi.xlsx", _bench.Ward(Buoi)),
            ("Tháng 5/nhật tân.XLSX", _bench.Ward(NhatTan)),
            ("__MACOSX/Tháng 5/._Phường Bưởi.xlsx", [0, 1]),
            ("__MACOSX/._x", [0, 1]),
            ("Tháng 5/~$Phường Bưởi.xlsx", [0, 1]),
            ("Công văn.docx", [0, 1]),
            ("cũ.zip", Zip(("a.xlsx", _bench.Ward(Buoi)))))));

        var files = (await _bench.FindAsync(batch)).Files;
        Assert.That(files.OrderBy(f => f.Reason, StringComparer.Ordinal).Select(f => (f.FileName, f.State, f.Reason)), Is.EqualTo(new[]
        {
            ("Phường Bưởi.xlsx", BatchFileState.Good, null),
            ("nhật tân.XLSX", BatchFileState.Good, null),
            ("cũ.zip", BatchFileState.LeftOut, "Entry.Archive"),
            ("Tháng 5", BatchFileState.LeftOut, "Entry.Folder"),
            ("Công văn.docx", BatchFileState.LeftOut, "Entry.Other"),
            ("thang 5.zip (__MACOSX…: 2)", BatchFileState.LeftOut, "Entry.SystemFile"),
            ("~$Phường Bưởi.xlsx", BatchFileState.LeftOut, "Entry.Unfinished"),
        }));
        Assert.That(Directory.GetFiles(_bench.Drafts), Has.Length.EqualTo(2), "the two workbooks, and not the zip");
    }

    [Test]
    public async Task Names_of_old_PCs_and_of_today_are_shown_as_they_were_written()
    {
        var old = Encoding.Latin1.GetString([(byte)'B', 0x82, (byte)'.', (byte)'x', (byte)'l', (byte)'s', (byte)'x']);
        var zip = Zip(Encoding.Latin1, (old, _bench.Ward(Buoi)));
        var batch = await _bench.UploadAndWorkAsync(("a.zip", zip));
        Assert.That((await _bench.FindAsync(batch)).Files.Single().FileName, Is.EqualTo("Bé.xlsx"));
    }

    [Test]
    public async Task A_workbook_under_the_name_of_a_zip_is_read_as_a_workbook()
    {
        var batch = await _bench.UploadAndWorkAsync(("phuong.zip", _bench.Ward(Buoi)));
        Assert.That(await _bench.StatesAsync(batch), Is.EqualTo(new[] { BatchFileState.Good }));
    }

    private static IEnumerable<TestCaseData> HostileZips()
    {
        yield return new TestCaseData(Zip(("../../etc/passwd.xlsx", [1])), "Archive.Damaged").SetArgDisplayNames("path traversal");
        yield return new TestCaseData(Zip(("a.xlsx", new byte[30 << 20])), "Archive.UnpacksTooLarge").SetArgDisplayNames("bomb");
        yield return new TestCaseData(Zip([.. Enumerable.Range(0, 10_000).Select(i => ($"{i}.xlsx", Array.Empty<byte>()))]), "Archive.TooComplex").SetArgDisplayNames("10.000 entries");
        yield return new TestCaseData(Encrypted(Zip(("a.xlsx", [1, 2, 3]))), "Archive.Encrypted").SetArgDisplayNames("encrypted");
        yield return new TestCaseData(Zip(("a.xlsx", [1, 2, 3]))[..^8], "Archive.Truncated").SetArgDisplayNames("cut off");
        yield return new TestCaseData(Zip(("a.txt", [1]), ("a.txt", [2])), "Archive.Damaged").SetArgDisplayNames("the same name twice");
        yield return new TestCaseData("Rar!\u001a\u0007"u8.ToArray(), "Archive.OtherArchive").SetArgDisplayNames("a RAR");
        yield return new TestCaseData(Zip(), "Archive.OtherArchive").SetArgDisplayNames("an empty zip");
        yield return new TestCaseData(Array.Empty<byte>(), "Archive.EmptyFile").SetArgDisplayNames("nothing");
        yield return new TestCaseData(Zip(("thư mục/", [])), "Archive.Empty").SetArgDisplayNames("only a folder");
    }

    [TestCaseSource(nameof(HostileZips))]
    public async Task A_hostile_zip_gets_one_sentence_and_the_file_beside_it_is_sent(byte[] zip, string reason)
    {
        var batch = await _bench.UploadAndWorkAsync(("a.zip", zip), ("tot.xlsx", _bench.Ward(Buoi)));
        await _bench.ConfirmAsync(batch);

        var files = (await _bench.FindAsync(batch)).Files;
        Assert.That(files.Where(f => f.FileName == "a.zip").Select(f => (f.State, f.Reason)), Is.EqualTo(new[] { (BatchFileState.Unreadable, reason) }));
        Assert.That(files[^1].State, Is.EqualTo(BatchFileState.Kept));
        Assert.That(Directory.GetFiles(_bench.Drafts), Is.Empty);
    }

    [Test]
    public async Task An_entry_that_is_not_what_the_directory_says_is_unreadable_and_the_next_one_is_taken()
    {
        var zip = Zip(("xau.xlsx", [.. "nội dung"u8]), ("tot.xlsx", _bench.Ward(Buoi)));
        // The packed bytes of the first entry, right behind its local header.
        zip[30 + "xau.xlsx".Length + 1] ^= 0xFF;
        var batch = await _bench.UploadAndWorkAsync(("a.zip", zip));
        Assert.That(await _bench.StatesAsync(batch), Is.EqualTo(new[] { BatchFileState.Unreadable, BatchFileState.Good }));
    }

    [Test]
    public async Task More_files_than_may_be_sent_at_once_are_refused_and_none_is_kept()
    {
        var zip = Zip([.. Enumerable.Range(0, BatchLimits.MostFiles).Select(i => ($"{i}.xlsx", new[] { (byte)i }))]);
        var outcome = await _bench.ReceiveAsync("003", ("a.zip", zip), ("b.xlsx", [1]));
        Assert.That((outcome as BatchOutcome.Refused)?.Problem, Is.EqualTo("TooMany"));
        Assert.That(Directory.GetFiles(_bench.Drafts), Is.Empty);
    }

    [Test]
    public async Task A_sixth_open_batch_is_refused_until_one_is_done()
    {
        for (var i = 0; i < BatchLimits.MostOpen; i++)
        {
            await _bench.UploadAsync(("a.xlsx", [1]));
        }

        Assert.That((await _bench.ReceiveAsync("003", ("a.xlsx", [1])) as BatchOutcome.Refused)?.Problem, Is.EqualTo("TooManyOpen"));
        await _bench.WorkAsync();
        Assert.That(await _bench.ReceiveAsync("003", ("a.xlsx", [1])), Is.TypeOf<BatchOutcome.Received>(), "what cannot be read is not open");
    }

    [TestCase("006", "NotYours")]
    [TestCase(Buoi, "UnitNotInPeriod", Description = "a ward has a page of its own")]
    [TestCase("nothing", "UnitNotInPeriod")]
    public async Task A_unit_that_is_not_the_sender_s_is_refused(string unit, string problem) =>
        Assert.That((await _bench.ReceiveAsync(unit, ("a.xlsx", [1])) as BatchOutcome.Refused)?.Problem, Is.EqualTo(problem));

    private static byte[] Zip(params (string Name, byte[] Content)[] entries) => Zip(null, entries);

    private static byte[] Zip(Encoding? names, params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>Sets the flag of encryption in the directory's first entry.</summary>
    private static byte[] Encrypted(byte[] zip)
    {
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return zip;
    }
}
