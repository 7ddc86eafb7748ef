using System.Text;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Invitations;

namespace KpiTracker.Tests.Documents.Invitations;

/// <summary>Lists of ward officers as offices fill them in.</summary>
public sealed class InvitationSheetTests
{
    private static readonly object?[] Head = ["Mã đơn vị", "Phường, xã", "Họ và tên", "E-mail", "Tên đăng nhập"];

    [Test]
    public void Lines_are_read_below_the_head_wherever_it_stands_and_wards_without_a_name_are_counted()
    {
        var reading = Read(["DANH SÁCH MỜI"], [], Head, ["00103", "Phường Tây Hồ", "Lê Thị Lan", " lan@tayho.vn "], ["00106", "Phường Phú Thượng"], ["00109", "Bưởi", "Trần An", null, "buoi.an"]);

        Assert.That(reading, Is.TypeOf<InvitationReading.Found>());
        var found = (InvitationReading.Found)reading;
        Assert.That(found.Unfilled, Is.EqualTo(1));
        Assert.That(found.Lines, Is.EqualTo(new InvitationLine[] { new(4, "00103", "Phường Tây Hồ", "Lê Thị Lan", "lan@tayho.vn", ""), new(6, "00109", "Bưởi", "Trần An", "", "buoi.an") }));
    }

    [Test]
    public void Columns_stand_in_any_order_and_a_code_typed_as_a_number_has_its_zeros_again() =>
        Assert.That(Lines(["EMAIL", "HỌ TÊN", "MÃ"], ["a@b.vn", "An", 103]), Is.EqualTo(new[] { new InvitationLine(2, "00103", "", "An", "a@b.vn", "") }));

    [Test]
    public void A_name_in_decomposed_letters_is_the_same_name() =>
        Assert.That(Lines(Head, ["00103", "", "Lê Thị Lan".Normalize(NormalizationForm.FormD)])[0].Name, Is.EqualTo("Lê Thị Lan"));

    [Test]
    public void A_cell_that_is_no_plain_text_is_named_instead_of_guessed()
    {
        var lines = Lines(Head, ["00103", "", "Lan", new Formula(null)], ["00106", "", "An\u202Env.b@a", "a@b.vn"], ["00109", "", new string('a', 300), "a@b.vn"]);

        Assert.That(lines.Select(l => l.OddCell), Is.EqualTo(new[] { "D2", "C3", "C4" }));
    }

    [Test]
    public void Without_the_headings_nothing_is_read() => Assert.That(Read(["Mã đơn vị", "Họ và tên"], ["00103", "Lan"]), Is.TypeOf<InvitationReading.NoHead>());

    [Test]
    public void A_list_of_more_people_than_any_province_has_wards_is_refused() =>
        Assert.That(Read([Head, .. Enumerable.Range(0, InvitationSheet.MostLines + 1).Select(i => new object?[] { "00103", "", $"Người {i}" })]), Is.TypeOf<InvitationReading.TooMany>());

    [Test]
    public void What_is_no_workbook_ends_at_the_gate() =>
        Assert.That(InvitationSheet.Read(new MemoryStream("<html>"u8.ToArray())), Is.EqualTo(new InvitationReading.Unreadable(UnreadableReason.WebPage)));

    private static InvitationReading Read(params object?[][] rows) => InvitationSheet.Read(new MemoryStream(Book.Of(rows).Bytes()));

    private static IReadOnlyList<InvitationLine> Lines(params object?[][] rows) => ((InvitationReading.Found)Read(rows)).Lines;
}
