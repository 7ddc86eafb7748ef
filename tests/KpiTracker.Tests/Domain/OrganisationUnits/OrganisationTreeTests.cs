using System.Globalization;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Tests.Domain.OrganisationUnits;

/// <summary>A small country: district D with wards W1–W3 until 30 June 2025; since then area A with ward N (of W1, W2 and a part of W3) and R (W3's rest, and a code used anew).</summary>
internal sealed class OrganisationTreeTests
{
    private static readonly DateOnly Reform = new(2025, 7, 1);
    private static readonly DateOnly Eve = new(2025, 6, 30);

    private static readonly OrganisationUnit City = Unit("C", "city", null);
    private static readonly OrganisationUnit District = Unit("D", "quan", City, to: Eve);
    private static readonly OrganisationUnit W1 = Unit("W1", "phuong", District, to: Eve);
    private static readonly OrganisationUnit W2 = Unit("W2", "phuong", District, to: Eve);
    private static readonly OrganisationUnit W3 = Unit("W3", "xa", District, to: Eve);
    private static readonly OrganisationUnit Renamed = Unit("W4", "xa", District, to: Eve);
    private static readonly OrganisationUnit Area = Unit("A", UnitKinds.Area, City, Reform);
    private static readonly OrganisationUnit N = Unit("W1", "phuong", Area, Reform);
    private static readonly OrganisationUnit R = Unit("W3", "xa", Area, Reform);
    private static readonly OrganisationUnit RenamedSince = Unit("W9", "xa", Area, Reform);

    private static readonly OrganisationTree Tree = new(
        [City, District, W1, W2, W3, Renamed, Area, N, R, RenamedSince],
        [
            new(District.Key, Area.Key, SuccessionPortion.Whole, ""),
            new(W1.Key, N.Key, SuccessionPortion.Whole, ""),
            new(W2.Key, N.Key, SuccessionPortion.Whole, ""),
            new(W3.Key, N.Key, SuccessionPortion.Part, ""),
            new(W3.Key, R.Key, SuccessionPortion.Part, ""),
            new(Renamed.Key, RenamedSince.Key, SuccessionPortion.Whole, ""),
        ]);

    [TestCase("W1", "2025-06", "W1")]
    [TestCase("W1", "2025-07", "W1@2025-07-01")]
    [TestCase("w1", "2025-06", "W1")]
    [TestCase("W2", "2025-07", null)]
    [TestCase("D", "2025-07", "A@2025-07-01")]
    [TestCase("A", "2025-05", "D")]
    [TestCase("C", "2020-01", "C")]
    [TestCase("X", "2025-07", null)]
    [TestCase("W4", "2025-07", null, Description = "a ward's code that is not valid means nothing, even where the ward lives on under another")]
    public void A_code_is_found_in_its_series_at_the_period(string code, string period, string? expected) =>
        Assert.That(Tree.FindInSeries(code, ReportingPeriod.Parse(period))?.Key.ToString(), Is.EqualTo(expected));

    [Test]
    public void An_area_continues_its_district_and_a_merged_ward_continues_nothing() =>
        Assert.Multiple(() =>
        {
            Assert.That(Tree.IsSameSeries(District.Key, Area.Key));
            Assert.That(Tree.IsSameSeries(Renamed.Key, RenamedSince.Key));
            Assert.That(Tree.IsSameSeries(W1.Key, N.Key), Is.False);
            Assert.That(Tree.IsSameSeries(W3.Key, R.Key), Is.False);
            Assert.That(Tree.ContinuationIn(W1.Key, new(2025, 8)), Is.Null);
        });

    [TestCase("D", "2025-06", "W1 W2 W3 W4")]
    [TestCase("D", "2025-08", "W1@2025-07-01 W3@2025-07-01 W9@2025-07-01")]
    [TestCase("A@2025-07-01", "2025-05", "W1 W2 W3 W4")]
    [TestCase("C", "2025-06", "W1 W2 W3 W4")]
    [TestCase("C", "2025-07", "W1@2025-07-01 W3@2025-07-01 W9@2025-07-01")]
    [TestCase("W2", "2025-06", "W2")]
    [TestCase("W2", "2025-07", "")]
    [TestCase("W4", "2025-07", "W9@2025-07-01")]
    public void A_unit_is_made_up_of_the_wards_of_the_month(string unit, string period, string expected) =>
        Assert.That(string.Join(' ', Tree.WardsOf(Key(unit), ReportingPeriod.Parse(period)).Select(w => w.Key)), Is.EqualTo(expected));

    [TestCase("W1", "D", true)]
    [TestCase("W1", "A@2025-07-01", true, Description = "the area answers for what its district did")]
    [TestCase("W1@2025-07-01", "D", true)]
    [TestCase("W1", "C", true)]
    [TestCase("W1", "W1", true)]
    [TestCase("W1", "W1@2025-07-01", false, Description = "one code, two wards")]
    [TestCase("W4", "W9@2025-07-01", true)]
    [TestCase("W1", "W2", false)]
    [TestCase("D", "W1", false)]
    [TestCase("C", "D", false)]
    [TestCase("X", "C", false)]
    [TestCase("X", "X", false, Description = "a unit that does not exist lies nowhere")]
    public void Rights_rest_on_what_lies_within(string unit, string scope, bool expected) =>
        Assert.That(Tree.IsWithin(Key(unit), Key(scope)), Is.EqualTo(expected));

    [Test]
    public void A_gap_between_two_units_of_a_series_has_no_unit_in_it()
    {
        var ended = Unit("D", "quan", null, to: new DateOnly(2025, 3, 15));
        var begun = Unit("A", UnitKinds.Area, null, new DateOnly(2025, 7, 1));
        var tree = new OrganisationTree([ended, begun], [new(ended.Key, begun.Key, SuccessionPortion.Whole, "")]);

        Assert.Multiple(() =>
        {
            Assert.That(tree.ContinuationIn(ended.Key, new(2025, 5)), Is.Null);
            Assert.That(tree.ContinuationIn(begun.Key, new(2025, 5)), Is.Null);
            Assert.That(tree.ContinuationIn(ended.Key, new(2025, 8))?.Key, Is.EqualTo(begun.Key));
            Assert.That(tree.FindInSeries("D", new(2025, 5)), Is.Null);
        });
    }

    [Test]
    public void A_succession_that_runs_backwards_or_in_a_circle_joins_nothing()
    {
        var one = Unit("D1", "quan", null, to: Eve);
        var two = Unit("D2", "quan", null, Reform);
        var tree = new OrganisationTree([one, two], [new(one.Key, one.Key, SuccessionPortion.Whole, ""), new(two.Key, one.Key, SuccessionPortion.Whole, "")]);

        Assert.That(tree.IsSameSeries(one.Key, two.Key), Is.False);
    }

    private static OrganisationUnit Unit(string code, string kind, OrganisationUnit? parent, DateOnly from = default, DateOnly? to = null) =>
        new(new UnitKey(code, from), code, code, kind, parent?.Key, to);

    private static UnitKey Key(string text) => text.Split('@') is [var code, var day]
        ? new UnitKey(code, DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        : new UnitKey(text, DateOnly.MinValue);
}
