using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents.Gate;

/// <summary>Cells that other readers turn into a blank or another number: each is the right value here, or a finding with its address.</summary>
public sealed class SilentWrongAnswerTests
{
    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Cell("decimal comma in a number", "<c r=\"{r}\"><v>1,5</v></c>", "R02");
        yield return Cell("letters in a number", "<c r=\"{r}\"><v>12abc</v></c>", "R02");
        yield return Cell("infinity", "<c r=\"{r}\"><v>INF</v></c>", "R02");
        yield return Cell("not a number", "<c r=\"{r}\"><v>NaN</v></c>", "R02");
        yield return Cell("number beyond every count", "<c r=\"{r}\"><v>1E+308</v></c>", "R02");
        yield return Cell("hexadecimal", "<c r=\"{r}\"><v>0x5A</v></c>", "R02");
        yield return Cell("shared text that does not exist", "<c r=\"{r}\" t=\"s\"><v>99</v></c>", "R02");
        yield return Cell("shared text before the first", "<c r=\"{r}\" t=\"s\"><v>-1</v></c>", "R02");
        yield return Cell("unknown type", "<c r=\"{r}\" t=\"zz\"><v>90</v></c>", "R02");
        yield return Cell("true", "<c r=\"{r}\" t=\"b\"><v>1</v></c>", "R02");
        yield return Cell("neither true nor false", "<c r=\"{r}\" t=\"b\"><v>2</v></c>", "R02");
        yield return Cell("date", "<c r=\"{r}\" s=\"2\"><v>45000</v></c>", "R02");
        yield return Cell("29 February 1900", "<c r=\"{r}\" s=\"2\"><v>60</v></c>", "R02");
        yield return Cell("date beyond the calendar", "<c r=\"{r}\" s=\"2\"><v>2958466</v></c>", "R02");
        yield return Cell("date before the calendar", "<c r=\"{r}\" s=\"2\"><v>-1</v></c>", "R02");
        yield return Cell("time of day", "<c r=\"{r}\" s=\"2\"><v>0.5</v></c>", "R02");
        yield return Cell("ISO date", "<c r=\"{r}\" t=\"d\"><v>2025-05-31</v></c>", "R02");
        yield return Cell("date in text", "<c r=\"{r}\" t=\"inlineStr\"><is><t>22/5/2025</t></is></c>", "R02");
        yield return Cell("two numbers", "<c r=\"{r}\" t=\"inlineStr\"><is><t>12 34</t></is></c>", "R02");
        yield return Cell("percentage among counts", "<c r=\"{r}\" s=\"1\"><v>0.756</v></c>", "R02");
        yield return Cell("bidi control", "<c r=\"{r}\" t=\"inlineStr\"><is><t>\u202E09</t></is></c>", "R02");
        yield return Cell("same cell twice", "<c r=\"{r}\"><v>90</v></c><c r=\"{r}\"><v>91</v></c>", "R02");
        yield return Cell("formula without a result", "<c r=\"{r}\"><f>40+50</f></c>", "R04");
        yield return Cell("formula with an empty result", "<c r=\"{r}\"><f>40+50</f><v></v></c>", "R04");
        foreach (var error in new[] { "#SPILL!", "#CALC!", "#DIV/0!", "#REF!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#GETTING_DATA" })
        {
            yield return Cell(error, $"<c r=\"{{r}}\" t=\"e\"><v>{error}</v></c>", "R03");
        }

        yield return Cell("negative", "<c r=\"{r}\" t=\"inlineStr\"><is><t>\u221290</t></is></c>", "R05");
        yield return Cell("part of a person", "<c r=\"{r}\"><v>90.5</v></c>", "R06");
        yield return Cell("more than there are", "<c r=\"{r}\"><v>120</v></c>", "R07");
    }

    private static IEnumerable<TestCaseData> Read()
    {
        yield return Cell("plain", "<c r=\"{r}\"><v>90</v></c>");
        yield return Cell("exponent", "<c r=\"{r}\"><v>9E1</v></c>");
        yield return Cell("noise of binary fractions", "<c r=\"{r}\"><v>90.000000000000014</v></c>");
        yield return Cell("same cell twice alike", "<c r=\"{r}\"><v>90</v></c><c r=\"{r}\"><v>90</v></c>");
        yield return Cell("carriage return", "<c r=\"{r}\" t=\"inlineStr\"><is><t>90_x000D_</t></is></c>");
        yield return Cell("escaped digit", "<c r=\"{r}\" t=\"inlineStr\"><is><t>9_x0030_</t></is></c>");
        yield return Cell("no-break space", "<c r=\"{r}\" t=\"inlineStr\"><is><t>\u00A090\u00A0</t></is></c>");
        yield return Cell("zero width space", "<c r=\"{r}\" t=\"inlineStr\"><is><t>9\u200B0</t></is></c>");
        yield return Cell("byte order mark", "<c r=\"{r}\" t=\"inlineStr\"><is><t>\uFEFF90</t></is></c>");
        yield return Cell("full-width digits", "<c r=\"{r}\" t=\"inlineStr\"><is><t>９０</t></is></c>");
        yield return Cell("unit of measure, NFD", "<c r=\"{r}\" t=\"inlineStr\"><is><t>90 ngu\u031Bo\u031B\u0300i</t></is></c>");
        yield return Cell("rich text", "<c r=\"{r}\" t=\"inlineStr\"><is><r><t>9</t></r><r><t>0</t></r><rPh sb=\"0\" eb=\"1\"><t>7</t></rPh></is></c>");
        yield return Cell("formula with its result", "<c r=\"{r}\"><f>1+1</f><v>90</v></c>");
        yield return Cell("formula with its result in text", "<c r=\"{r}\" t=\"str\"><f>1+1</f><v>90</v></c>");
        yield return Cell("no address", "<c><v>90</v></c>");
    }

    [TestCaseSource(nameof(Refused))]
    public void Odd_cell_is_found_with_its_address_and_not_kept(string xml, string code)
    {
        var report = Check(xml);

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.Empty);
            Assert.That(report.Findings.Where(f => f.Severity == Severity.Error).Select(f => (f.Code, f.Cell!.Address)), Is.EqualTo(new[] { (code, "E2") }));
        });
    }

    [TestCaseSource(nameof(Read))]
    public void Odd_spelling_is_read_as_what_it_says(string xml) =>
        Assert.That(Reports.Kept(Check(xml)), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));

    [Test]
    public void Percentage_above_a_hundred_beside_counts_is_said_and_the_counts_hold()
    {
        var report = Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90, 756]));

        Assert.Multiple(() =>
        {
            Assert.That(Reports.Kept(report), Is.EqualTo(new[] { "00109 OFFICIALS 90/119" }));
            Assert.That(report.Findings.Select(f => (f.Code, f.Cell!.Address)), Is.EqualTo(new[] { ("R11", "F2") }));
        });
    }

    [Test]
    public void Look_alike_letter_in_a_name_is_refused_with_its_address() =>
        Assert.That(
            Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, 90], [2, "Ðại sứ số", "người", null, 3])).Findings.Select(f => (f.Code, f.Cell!.Address)),
            Does.Contain(("R25", "B3")));

    [Test]
    public void Month_in_a_date_cell_follows_the_1904_system()
    {
        // 22 May 2025 counted from 1904.
        var book = Book.Of(["Kỳ báo cáo:", new Raw("<c r=\"{r}\" s=\"2\"><v>44337</v></c>")], Reports.HeadA, [1, "CBCCVC", "người", 119, 90]);
        book.WorkbookProperties = "<workbookPr date1904=\"1\"/>";

        Assert.That(Reports.Check(book).Report.StatedPeriods.Select(p => p.Period), Is.EqualTo(new[] { Reports.May }));
    }

    private static CheckedReport Check(string xml) => Reports.Check(Book.Of(Reports.HeadA, [1, "CBCCVC", "người", 119, new Raw(xml)]));

    private static TestCaseData Cell(string name, string xml, params object[] code) => new TestCaseData([xml, .. code]).SetArgDisplayNames(name);
}
