using System.Text;
using KpiTracker.Domain.Texts;

namespace KpiTracker.Tests.Domain.Texts;

/// <summary>One spelling for all spellings of Vietnamese words.</summary>
public sealed class FoldTests
{
    [TestCase("Lê Thị LÃNH – Đống Đa", "le thi lanh – dong da")]
    [TestCase("Hoà\u00A0Bình ²", "hoa binh ")]
    [TestCase("ﬁle ① Ⅻ", "file 1 xii")]
    [TestCase("", "")]
    public void Case_and_marks_do_not_matter(string text, string plain)
    {
        Assert.That(Fold.Plain(text), Is.EqualTo(plain));
        Assert.That(Fold.Plain(text.Normalize(NormalizationForm.FormD)), Is.EqualTo(plain));
    }

    [Test]
    public void Letter_by_letter_is_the_same_as_all_at_once()
    {
        // A letter in two halves makes the whole text be folded at once.
        const string Halves = "😀";
        var letters = new string([.. Enumerable.Range(0x20, 0xD800 - 0x20).Select(c => (char)c)]);

        Assert.That(Fold.Plain(letters) + Halves, Is.EqualTo(Fold.Plain(letters + Halves)));
    }
}
