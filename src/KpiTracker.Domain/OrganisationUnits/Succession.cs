namespace KpiTracker.Domain.OrganisationUnits;

/// <summary>How much of the old unit went into the new one.</summary>
public enum SuccessionPortion
{
    /// <summary>All of its people; and all of its territory, or all but uninhabited land.</summary>
    Whole,

    /// <summary>Some of its people; how many was never published.</summary>
    Part,

    /// <summary>Territory only: nobody lives there, so no figure goes with it.</summary>
    AreaOnly,
}

/// <summary>What became of a unit when units were merged or split.</summary>
public sealed record Succession(UnitKey From, UnitKey To, SuccessionPortion Portion, string Note);
