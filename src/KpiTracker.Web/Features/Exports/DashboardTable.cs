using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.Exports;

/// <summary>The tables of a unit's pages that can be copied and saved; each name stands in its address.</summary>
internal enum DashboardTable
{
    /// <summary>Every indicator against its target.</summary>
    Standing,

    /// <summary>The units below by all indicators.</summary>
    Heat,

    /// <summary>The units below by one indicator.</summary>
    Ranking,

    /// <summary>One indicator's months.</summary>
    Series,

    /// <summary>Which ward has sent, and when.</summary>
    Reporting,

    /// <summary>The units below by month, of one indicator.</summary>
    Months,

    /// <summary>What the units below have to do next.</summary>
    Tasks,

    /// <summary>The indicators without a target by month.</summary>
    Followed,

    /// <summary>The wards behind one figure, and the cells it was read from.</summary>
    Sources,

    /// <summary>A ward's revisions of all months; of a unit above there is none.</summary>
    History,
}

internal static class DashboardTableKinds
{
    extension(DashboardTable table)
    {
        /// <summary>It is of one indicator, which the address has to name.</summary>
        public bool IsOfOneIndicator => table is DashboardTable.Ranking or DashboardTable.Series or DashboardTable.Months or DashboardTable.Sources;
    }
}

/// <summary>Where the files of a table lie.</summary>
internal static class TableLinks
{
    /// <param name="indicator">Of the tables of one indicator.</param>
    public static Func<TableFormat, string> Of(DashboardTable table, OrganisationUnit unit, ReportingPeriod period, Indicator? indicator = null) =>
        format => $"/units/{Uri.EscapeDataString(unit.Code)}/tables/{table.ToString().ToLowerInvariant()}/{format.ToString().ToLowerInvariant()}?period={period}"
            + (indicator is null ? "" : $"&indicator={Uri.EscapeDataString(indicator.Code)}");
}
