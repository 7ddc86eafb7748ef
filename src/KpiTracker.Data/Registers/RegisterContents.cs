using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Data.Registers;

/// <summary>What the registers say, wherever they were read from.</summary>
/// <param name="Populations">Residents; a unit that no source counts has no entry.</param>
/// <param name="Holidays">Weekdays on which offices are closed, with their names.</param>
internal sealed record RegisterContents(
    IReadOnlyList<OrganisationUnit> Units,
    IReadOnlyList<Succession> Successions,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Target> Targets,
    IReadOnlyDictionary<UnitKey, int> Populations,
    IReadOnlyDictionary<DateOnly, string> Holidays);
