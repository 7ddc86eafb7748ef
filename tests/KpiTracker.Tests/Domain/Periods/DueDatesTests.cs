using System.Globalization;
using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Tests.Domain.Periods;

/// <summary>By when a report is on time, where more time was given: June 2026 is due on 07/07/2026.</summary>
public sealed class DueDatesTests
{
    private static readonly ReportingPeriod June = new(2026, 6);
    private static readonly UnitKey City = Key("01");
    private static readonly UnitKey Area = Key("KV1");
    private static readonly UnitKey Ward = Key("00001");
    private static readonly UnitKey Neighbour = Key("00002");

    private static readonly OrganisationTree Units = new(
        [Of(City, "city", null), Of(Area, UnitKinds.Area, City), Of(Ward, "phuong", Area), Of(Neighbour, "phuong", Area), Of(Key("00003"), "phuong", City)],
        []);

    [TestCase("", "07/07", "07/07", "07/07")]
    [TestCase("00001:10", "10/07", "07/07", "07/07", Description = "a ward alone")]
    [TestCase("KV1:10", "10/07", "10/07", "07/07", Description = "all wards of an area")]
    [TestCase("01:09 KV1:10 00001:13", "13/07", "10/07", "09/07", Description = "whatever gives most time")]
    [TestCase("00001:13 KV1:10", "13/07", "10/07", "07/07")]
    [TestCase("00001:13 00001:10", "10/07", "07/07", "07/07", Description = "of one unit the last holds")]
    [TestCase("00001:13 00001:07", "07/07", "07/07", "07/07", Description = "taken back")]
    [TestCase("00001:03", "07/07", "07/07", "07/07", Description = "never earlier than the calendar")]
    public void More_time_is_given_to_a_ward_or_to_all_below_a_unit(string given, string ward, string neighbour, string outside)
    {
        var extensions = given.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(g => g.Split(':')).Select(g => new DueExtension(Key(g[0]), June, new DateOnly(2026, 7, int.Parse(g[1], CultureInfo.InvariantCulture)), "bão"));
        var dates = new DueDates(new ReportingCalendar([PeriodRule.CalendarMonths], new HashSet<DateOnly>()), Units, extensions);

        Assert.Multiple(() =>
        {
            Assert.That(Day(dates.Of(Ward, June)), Is.EqualTo(ward));
            Assert.That(Day(dates.Of(Neighbour, June)), Is.EqualTo(neighbour));
            Assert.That(Day(dates.Of(Key("00003"), June)), Is.EqualTo(outside));
            Assert.That(dates.Of(Ward, June).Extension, ward == "07/07" ? Is.Null : Is.Not.Null);
            Assert.That(dates.Of(Ward, June.Next).Extension, Is.Null, "another month");
            Assert.That(dates.IsLate(Ward, June, dates.Of(Ward, June).On), Is.False, "the day itself is on time");
            Assert.That(dates.IsLate(Ward, June, dates.Of(Ward, June).On.AddDays(1)));
        });
    }

    private static string Day(DueDate due) => FigureText.Date(due.On)[..5];

    private static UnitKey Key(string code) => new(code, DateOnly.MinValue);

    private static OrganisationUnit Of(UnitKey key, string kind, UnitKey? parent) => new(key, key.Code, key.Code, kind, parent, null);
}
