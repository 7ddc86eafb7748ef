namespace KpiTracker.Tests.Documents.Reading;

/// <summary>What the eye does not see is no figure: beneath a merge, struck out, a raised footnote mark, an extension's text, one value of two.</summary>
public sealed class UnseenTests
{
    [TestCase("<r><t>769</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>")]
    [TestCase("<r><rPr><strike/></rPr><t>76</t></r><r><t>89</t></r>")]
    public void Struck_out_and_raised_digits_are_no_part_of_a_number(string runs)
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "Người trưởng thành", "người", 12705, new Raw($"<c r=\"{{r}}\" t=\"inlineStr\"><is>{runs}</is></c>")]));

        Assert.That(report.Observations, Is.Empty);
        Assert.That(Reports.Codes(report), Is.EqualTo(new[] { "R02" }));
    }

    [Test]
    public void Text_of_an_extension_is_not_read()
    {
        var book = Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, new Raw("<c r=\"{r}\" t=\"s\"><v>0</v></c>")]);
        book.SharedStrings = "<si><t>90</t><extLst><ext><t>55</t></ext></extLst></si>";

        Assert.That(Reports.Kept(Reports.Check(book)), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
    }

    [Test]
    public void Cell_with_two_values_is_no_figure() =>
        Assert.That(Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, new Raw("<c r=\"{r}\"><v>90</v><v>12</v></c>")])).Observations, Is.Empty);

    [Test]
    public void Figure_beneath_a_merged_cell_is_not_read_and_said()
    {
        var book = new Book();
        book.Add("Báo cáo").Rows(1, Reports.HeadA, [1, "CBCCVC", "người", 119, 90], [2, "HSSV", "người", 219, 110]).Merge("D2:E2");
        var report = Reports.Check(book);

        Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 STUDENTS 110/219" }));
        Assert.That(report.Findings.Select(f => (f.TextKey, f.Cell!.Address)), Does.Contain(("R24.CoveredCell", "E2")));
    }

    [TestCase("0&quot; nghìn&quot;", false)]
    [TestCase("0&quot; hộ&quot;", false)]
    [TestCase("#,##0&quot; người&quot;", true)]
    [TestCase("_-* #,##0\\ _₫_-", true)]
    public void Words_that_a_format_shows_behind_a_number_count(string format, bool isRead)
    {
        var book = Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, new Raw("<c r=\"{r}\" s=\"1\"><v>8</v></c>")]);
        book.Parts["xl/styles.xml"] = $"<styleSheet xmlns=\"{Book.Main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

        Assert.That(Reports.Check(book).Observations, Has.Count.EqualTo(isRead ? 1 : 0));
    }
}
