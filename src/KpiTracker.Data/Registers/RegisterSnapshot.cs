using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Progress;

namespace KpiTracker.Data.Registers;

/// <summary>All registers at one moment, in memory: a few thousand units, a dozen indicators. Immutable, shared by everyone who reads.</summary>
public sealed class RegisterSnapshot
{
    private readonly Dictionary<UnitKey, int> _ids;
    private readonly Dictionary<int, OrganisationUnit> _unitsById;

    internal RegisterSnapshot(
        RegisterContents contents,
        IReadOnlyDictionary<UnitKey, int> ids,
        IEnumerable<PeriodRule>? rules = null,
        IEnumerable<DueExtension>? extensions = null)
    {
        Units = new OrganisationTree(contents.Units, contents.Successions);
        Indicators = contents.Indicators;
        Targets = contents.Targets;
        Populations = contents.Populations;
        Calendar = new ReportingCalendar(rules ?? [PeriodRule.CalendarMonths], contents.Holidays.Keys.ToHashSet());
        Holidays = contents.Holidays;
        DueDates = new DueDates(Calendar, Units, extensions ?? []);
        _ids = ids.ToDictionary();
        _unitsById = contents.Units.ToDictionary(u => _ids[u.Key]);
    }

    public OrganisationTree Units { get; }

    /// <summary>In the order in which they are listed everywhere.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    public IReadOnlyList<Target> Targets { get; }

    /// <summary>By the rules that were set last.</summary>
    public ReportingCalendar Calendar { get; }

    /// <summary>Weekdays on which offices are closed, with their names.</summary>
    public IReadOnlyDictionary<DateOnly, string> Holidays { get; }

    /// <summary>By which every report is on time or late: the calendar with the extensions given.</summary>
    public DueDates DueDates { get; }

    /// <summary>By which every status is judged: as an administrator set them last.</summary>
    public StatusThresholds Thresholds { get; internal init; } = StatusThresholds.Default;

    /// <summary>Residents of wards; a ward that no source counts has no entry.</summary>
    public IReadOnlyDictionary<UnitKey, int> Populations { get; }

    /// <summary>The registers as shipped, without a database; ids are then of this snapshot only.</summary>
    /// <param name="folder">Holds the CSV files; <c>null</c> is the folder beside the program.</param>
    public static RegisterSnapshot FromFiles(string? folder = null)
    {
        var contents = ReferenceFiles.Read(folder ?? ReferenceFiles.ShippedFolder);
        return new RegisterSnapshot(contents, contents.Units.Select((unit, index) => (unit.Key, index)).ToDictionary(pair => pair.Key, pair => pair.index + 1));
    }

    /// <exception cref="KeyNotFoundException">The unit is in no register: a bug, since keys come from here.</exception>
    public int IdOf(UnitKey unit) => _ids[unit];

    /// <exception cref="KeyNotFoundException">No unit has the id: a bug, since rows refer to units that exist.</exception>
    public OrganisationUnit UnitOf(int id) => _unitsById[id];

    /// <exception cref="InvalidOperationException">No indicator has the code.</exception>
    public Indicator Indicator(string code) => Indicators.First(i => i.Code == code);
}
