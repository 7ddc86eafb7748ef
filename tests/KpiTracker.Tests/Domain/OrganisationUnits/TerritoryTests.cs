using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Tests.Domain.OrganisationUnits;

/// <summary>Two districts of two wards each become two areas of one ward each on 1 July 2025; D is split between both in one of the cases.</summary>
public sealed class TerritoryTests
{
    private static readonly DateOnly July1 = new(2025, 7, 1);
    private static readonly ReportingPeriod May = new(2025, 5), July = new(2025, 7);
    private static readonly UnitKey City = Old("01"), West = Old("1"), East = Old("2"), NewWest = New("KV1"), NewEast = New("KV2");

    [TestCase(SuccessionPortion.Whole, true)]
    [TestCase(SuccessionPortion.Part, false, Description = "some of D's people went to the other area")]
    [TestCase(SuccessionPortion.AreaOnly, true, Description = "nobody lives there")]
    public void Figures_go_on_over_a_change_only_where_the_people_are_the_same(SuccessionPortion ofD, bool areasCarry)
    {
        var tree = Tree(ofD);

        Assert.Multiple(() =>
        {
            Assert.That(Changes(tree, West), Is.EqualTo((TerritoryChange[])[new(July, areasCarry, IsOfAll: true)]));
            Assert.That(Changes(tree, East), Is.EqualTo((TerritoryChange[])[new(July, areasCarry, IsOfAll: true)]));
            Assert.That(Changes(tree, City), Is.EqualTo((TerritoryChange[])[new(July, IsCarried: true, IsOfAll: true)]), "inside the city nothing is lost");
            Assert.That(Changes(tree, New("x")), Is.Empty, "a ward is what it is");
        });
    }

    [Test]
    public void Each_month_knows_who_bore_the_series_and_of_how_many_wards()
    {
        var course = UnitCourse.Of(Tree(SuccessionPortion.Whole), NewWest, [.. ReportingPeriod.Range(May, July)]);

        Assert.That(course.Months, Is.EqualTo(((UnitKey?, int)[])[(West, 2), (West, 2), (NewWest, 1)]));
    }

    private static IReadOnlyList<TerritoryChange> Changes(OrganisationTree tree, UnitKey unit) => UnitCourse.Of(tree, unit, [.. ReportingPeriod.Range(May, July.AddMonths(3))]).Changes;

    private static OrganisationTree Tree(SuccessionPortion ofD) => new(
        [
            Unit(City, null, UnitKinds.City),
            Unit(West, City, "quan"), Unit(East, City, "quan"),
            Unit(Old("a"), West, "phuong"), Unit(Old("b"), West, "phuong"), Unit(Old("c"), East, "phuong"), Unit(Old("d"), East, "phuong"),
            Unit(NewWest, City, UnitKinds.Area), Unit(NewEast, City, UnitKinds.Area),
            Unit(New("x"), NewWest, "phuong"), Unit(New("y"), NewEast, "phuong"),
        ],
        [
            new Succession(West, NewWest, SuccessionPortion.Whole, ""),
            new Succession(East, NewEast, SuccessionPortion.Whole, ""),
            new Succession(Old("a"), New("x"), SuccessionPortion.Whole, ""),
            new Succession(Old("b"), New("x"), SuccessionPortion.Whole, ""),
            new Succession(Old("c"), New("y"), SuccessionPortion.Whole, ""),
            new Succession(Old("d"), New("y"), ofD == SuccessionPortion.Part ? SuccessionPortion.Part : SuccessionPortion.Whole, ""),
            .. ofD == SuccessionPortion.Whole ? Array.Empty<Succession>() : [new Succession(Old("d"), New("x"), ofD, "")],
        ]);

    private static UnitKey Old(string code) => new(code, DateOnly.MinValue);

    private static UnitKey New(string code) => new(code, July1);

    private static OrganisationUnit Unit(UnitKey key, UnitKey? parent, string kind) =>
        new(key, key.Code, key.Code, kind, parent, key.ValidFrom == DateOnly.MinValue && key != City ? new DateOnly(2025, 6, 30) : null);
}
