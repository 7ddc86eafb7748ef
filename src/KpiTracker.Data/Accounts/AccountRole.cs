namespace KpiTracker.Data.Accounts;

/// <summary>What an account may do inside its unit.</summary>
public enum AccountRole
{
    /// <summary>Everything, in every unit.</summary>
    Administrator,

    /// <summary>Sends for any ward of the unit, also consolidated workbooks, and returns reports.</summary>
    DistrictOfficer,

    /// <summary>Reads.</summary>
    Leader,

    /// <summary>Sends for the own ward.</summary>
    WardOfficer,
}
