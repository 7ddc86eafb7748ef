using KpiTracker.Data.Registers;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Tests.Data.RegisterFiles;

/// <summary>What stands in the shipped registers, and the traps in them; each holds for the files and for the database alike.</summary>
[TestFixture(true)]
[TestFixture(false)]
internal sealed class RegisterTests(bool fromDatabase)
{
    private static readonly ReportingPeriod May = new(2025, 5);
    private static readonly ReportingPeriod June = new(2025, 6);
    private static readonly ReportingPeriod July = new(2025, 7);
    private static readonly ReportingPeriod September = new(2025, 9);

    private TemporaryDatabase? _database;
    private RegisterSnapshot _registers = null!;

    private OrganisationTree Units => _registers.Units;

    [OneTimeSetUp]
    public async Task Read()
    {
        if (fromDatabase)
        {
            _database = await TemporaryDatabase.CreateAsync();
            _registers = await _database.RegistersAsync();
        }
        else
        {
            _registers = RegisterSnapshot.FromFiles();
        }
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    [Test]
    public void Every_unit_of_both_files_is_loaded_once()
    {
        // 711 + 3.355 + 30 areas, less the one unit that stands in both files: Hà Nội.
        Assert.That(Units.Units, Has.Count.EqualTo(711 + 3355 + 30 - 1));
    }

    [Test]
    public void Ha_Noi_has_526_wards_in_30_districts_until_June_and_126_in_30_areas_from_July()
    {
        var city = Units.Find("01", May)!.Key;

        Assert.Multiple(() =>
        {
            Assert.That(Units.ChildrenOf(city, June), Has.Count.EqualTo(30));
            Assert.That(Units.WardsOf(city, June), Has.Count.EqualTo(526));
            Assert.That(Units.ChildrenOf(city, July), Has.Count.EqualTo(30).And.All.Matches<OrganisationUnit>(u => u.Kind == UnitKinds.Area));
            Assert.That(Units.WardsOf(city, July), Has.Count.EqualTo(126));
        });
    }

    [Test]
    public void Viet_Nam_has_34_provinces_and_3321_wards_from_July()
    {
        var valid = Units.Units.Where(u => u.IsValidIn(July)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(valid.Count(u => u.Kind is UnitKinds.City or UnitKinds.Province), Is.EqualTo(34));
            Assert.That(valid.Count(u => u.IsWard), Is.EqualTo(3321));
        });
    }

    [TestCase("00004", "2025-05", "Phường Trúc Bạch")]
    [TestCase("00004", "2025-06", "Phường Trúc Bạch")]
    [TestCase("00004", "2025-07", "Phường Ba Đình")]
    [TestCase("44", "2025-06", "Tỉnh Quảng Bình")]
    [TestCase("44", "2025-07", "Tỉnh Quảng Trị")]
    [TestCase("01", "2025-05", "Thành phố Hà Nội")]
    [TestCase("01", "2025-09", "Thành phố Hà Nội")]
    [TestCase("00103", "2025-05", "Phường Xuân La")]
    [TestCase("00103", "2025-09", "Phường Tây Hồ")]
    public void A_code_means_the_unit_of_the_month(string code, string period, string expected) =>
        Assert.That(Units.Find(code, ReportingPeriod.Parse(period))?.NameWithKind, Is.EqualTo(expected));

    [Test]
    public void There_are_an_old_and_a_new_Kim_Lien()
    {
        var old = Units.Find("00229", May)!;
        var now = Units.Find("00229", September)!;

        Assert.Multiple(() =>
        {
            Assert.That(old.Name, Is.EqualTo("Kim Liên"));
            Assert.That(now.Name, Is.EqualTo("Kim Liên"));
            Assert.That(old.Key, Is.Not.EqualTo(now.Key));
            Assert.That(old.Parent, Is.EqualTo(new UnitKey("006", DateOnly.MinValue)));
            Assert.That(now.Parent, Is.EqualTo(new UnitKey("KV006", new DateOnly(2025, 7, 1))));
        });
    }

    [Test]
    public void The_area_of_Tay_Ho_continues_the_district_with_two_wards()
    {
        var area = Units.FindInSeries("003", September)!;

        Assert.Multiple(() =>
        {
            Assert.That(area.Code, Is.EqualTo("KV003"));
            Assert.That(area.NameWithKind, Is.EqualTo("Khu vực Tây Hồ"));
            Assert.That(Units.WardsOf(area.Key, September).Select(w => w.Name), Is.EquivalentTo(new[] { "Tây Hồ", "Phú Thượng" }));
            Assert.That(Units.WardsOf(area.Key, May), Has.Count.EqualTo(8));
            Assert.That(Units.FindInSeries("KV003", May)?.Code, Is.EqualTo("003"));
            Assert.That(Units.IsSameSeries(area.Key, new UnitKey("003", DateOnly.MinValue)));
        });
    }

    [Test]
    public void The_targets_of_Tay_Ho_stand_on_the_district_that_its_area_continues()
    {
        var area = Units.Find("KV003", September)!;
        var targets = _registers.Targets.Where(t => Units.IsSameSeries(t.Unit, area.Key)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(targets.Select(t => (t.IndicatorCode, t.Comparator, t.Value)), Is.EquivalentTo(new[]
            {
                ("OFFICIALS", Comparator.MoreThan, 95m),
                ("STUDENTS", Comparator.AtLeast, 100m),
                ("ADULTS", Comparator.MoreThan, 85m),
                ("WORKERS", Comparator.AtLeast, 80m),
            }));
            Assert.That(targets, Has.All.Matches<Target>(t => t.Deadline == new DateOnly(2026, 12, 31) && t.Precision == DeadlinePrecision.Year));
            Assert.That(targets.Single(t => t.IndicatorCode == "WORKERS").ComparatorStated, Is.False);
        });
    }

    [Test]
    public void A_target_for_each_ward_is_not_a_plain_count()
    {
        var ambassadors = _registers.Targets.Single(t => t.IndicatorCode == "AMBASSADORS");

        Assert.Multiple(() =>
        {
            Assert.That(ambassadors.Measure, Is.EqualTo(TargetMeasure.CountInEachWard));
            Assert.That(ambassadors.Deadline, Is.Null);
            Assert.That(_registers.Targets.Count(t => t.IndicatorCode == "OFFICIALS" && t.Unit.Code == "006"), Is.EqualTo(2));
            Assert.That(_registers.Targets, Has.Count.EqualTo(19));
        });
    }

    [Test]
    public void A_succession_is_judged_by_where_the_people_went()
    {
        var thuyKhue = Units.Successions.Where(s => s.From.Code == "00112").ToDictionary(s => s.To.Code, s => s.Portion);

        Assert.Multiple(() =>
        {
            Assert.That(Units.Successions, Has.Count.EqualTo(940 + 30));
            Assert.That(thuyKhue["00103"], Is.EqualTo(SuccessionPortion.Whole));
            Assert.That(thuyKhue["00004"], Is.EqualTo(SuccessionPortion.AreaOnly));
            Assert.That(Units.Successions.Where(s => s.From.Code == "00103").Select(s => s.Portion), Has.All.EqualTo(SuccessionPortion.Part));
        });
    }

    [Test]
    public void Every_unit_but_the_provinces_has_a_parent_that_is_valid_with_it() =>
        Assert.That(
            Units.Units.Where(u => u.Kind is not (UnitKinds.City or UnitKinds.Province)),
            Has.All.Matches<OrganisationUnit>(u => Units.Find(u.Parent!.Value)!.IsValidIn(u.ValidTo is null ? July : June)));

    [Test]
    public void Residents_are_counted_for_875_wards() =>
        Assert.Multiple(() =>
        {
            Assert.That(_registers.Populations, Has.Count.EqualTo(875));
            Assert.That(Units.WardsOf(Units.Find("01", July)!.Key, July), Has.All.Matches<OrganisationUnit>(w => _registers.Populations.ContainsKey(w.Key)));
        });

    [TestCase("2025-05", "2025-06-06")]
    [TestCase("2025-08", "2025-09-09", Description = "1 and 2 September do not count")]
    [TestCase("2026-01", "2026-02-06")]
    public void The_holidays_move_the_due_date(string period, string due) =>
        Assert.That(_registers.Calendar.DueOn(ReportingPeriod.Parse(period)), Is.EqualTo(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture)));

    [Test]
    public void An_id_leads_to_its_unit_and_back()
    {
        var ward = Units.Find("00103", September)!;

        Assert.That(_registers.UnitOf(_registers.IdOf(ward.Key)), Is.EqualTo(ward));
    }

    [Test]
    public void No_two_indicators_share_a_synonym() =>
        Assert.That(_registers.Indicators.SelectMany(i => i.Synonyms).Select(s => s.ToUpperInvariant()), Is.Unique);
}
