using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Reading;

/// <summary>For which ward of a district a file is.</summary>
public sealed class WardSearchTests
{
    private static readonly object?[] Officials = [1, "CBCCVC", "người", 119, 90];

    [Test]
    public void Title_names_the_ward() => AssertOne(Book.Of(["UBND PHƯỜNG NHẬT TÂN"], Reports.HeadA, Officials), "bao-cao.xlsx", "00094", true);

    [Test]
    public void Sheet_names_the_ward()
    {
        var book = new Book();
        book.Add("P. Nhật Tân").Rows(1, Reports.HeadA, Officials);
        AssertOne(book, "bao-cao.xlsx", "00094", true);
    }

    [Test]
    public void Rows_name_the_ward() => AssertOne(Book.Of(["TT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"], [1, "Nhật Tân", 131, 70]), "x.xlsx", "00094", true);

    [TestCase("BC_phuong-nhat-tan_T5.xlsx")]
    [TestCase("Nhật Tân tháng 5.xlsx")]
    [TestCase("00094.xlsx")]
    public void File_s_name_is_the_last_resort_and_uncertain(string fileName) => AssertOne(Book.Of(Reports.HeadA, Officials), fileName, "00094", false);

    [Test]
    public void Title_holds_against_the_file_s_name() => AssertOne(Book.Of(["UBND PHƯỜNG NHẬT TÂN"], Reports.HeadA, Officials), "phuong buoi.xlsx", "00094", true);

    [TestCase("bao-cao.xlsx")]
    [TestCase("Bưởi và Nhật Tân.xlsx")]
    public void File_that_names_nobody_or_two_is_unknown(string fileName) =>
        Assert.That(Find(Book.Of(Reports.HeadA, Officials), fileName), Is.InstanceOf<WardSearch.Unknown>());

    [Test]
    public void Consolidated_workbook_is_of_several() =>
        Assert.That(
            Find(Book.Of(["TT", "Đơn vị", "CBCCVC", null], [null, null, "Tổng số", "Đạt"], [1, "Nhật Tân", 131, 70], [2, "Bưởi", 140, 63]), "nhat-tan.xlsx"),
            Is.InstanceOf<WardSearch.Several>());

    [Test]
    public void File_that_is_no_workbook_says_why() =>
        Assert.That(new WardWorkbookReader().FindWard(new MemoryStream([1, 2, 3]), "x.xlsx", Reports.Context(Reports.District)), Is.EqualTo(new WardSearch.Unreadable(UnreadableReason.NotAWorkbook)));

    private static WardSearch Find(Book book, string fileName) => new WardWorkbookReader().FindWard(book.Stream(), fileName, Reports.Context(Reports.District));

    private static void AssertOne(Book book, string fileName, string code, bool isCertain)
    {
        var found = Find(book, fileName);
        Assert.That(found, Is.InstanceOf<WardSearch.One>());
        var one = (WardSearch.One)found;
        Assert.Multiple(() =>
        {
            Assert.That((one.Ward.Code, one.IsCertain), Is.EqualTo((code, isCertain)));
            Assert.That(one.Reading.Report.Lines, Has.Count.EqualTo(1));
        });
    }
}
