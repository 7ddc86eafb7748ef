namespace KpiTracker.Web.Features.Exports;

/// <summary>How a table is taken along.</summary>
public enum TableFormat
{
    /// <summary>For the clipboard: a spreadsheet takes it as cells.</summary>
    Tsv,
    Csv,
    Xlsx,
}
