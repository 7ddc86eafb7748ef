using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Compare;

namespace KpiTracker.Tests.Web.Features.Compare;

public sealed class CompareChoiceTests
{
    [TestCase(new[] { "003,006" }, null, "003 006", false)]
    [TestCase(new[] { "003", "", "006", "003" }, null, "003 006", false, Description = "a form's empty and double fields")]
    [TestCase(new[] { "1, 2,3,4,5" }, null, "1 2 3 4", true)]
    [TestCase(new[] { "003,006" }, "2025-04", "003", false, Description = "two months of the first unit")]
    [TestCase(null, null, "", false)]
    public void An_address_names_units_once_and_at_most_four(string[]? units, string? with, string chosen, bool isTooMany)
    {
        var choice = CompareChoice.Of(units, "2025-05", with);
        Assert.That((string.Join(' ', choice.Units), choice.IsTooMany), Is.EqualTo((chosen, isTooMany)));
    }

    [Test]
    public void A_choice_is_written_as_the_address_that_it_was_read_from()
    {
        var link = CompareChoice.Link(["003", "KV003"], new ReportingPeriod(2025, 5), new ReportingPeriod(2025, 4));
        Assert.Multiple(() =>
        {
            Assert.That(link, Is.EqualTo("/compare?units=003,KV003&period=2025-05&with=2025-04"));
            Assert.That(CompareChoice.Of(["003,KV003"], "2025-05", null).Address("/compare/table/csv"), Is.EqualTo("/compare/table/csv?units=003,KV003&period=2025-05"));
        });
    }
}
