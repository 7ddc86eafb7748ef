using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Submissions;

namespace KpiTracker.Web.Features.Submissions;

/// <summary>What the record says of the labels of a unit's workbooks.</summary>
internal static class LabelEvents
{
    /// <param name="earlier">What the label was taken for before; <c>null</c> when nobody had said.</param>
    public static AuditEvent Explained(LabelMappingRow row, LabelMappingRow? earlier, Officer officer) => new(AuditAction.LabelsExplained, AuditEvent.Of("label", row.Key))
    {
        By = officer,
        UnitId = row.UnitId,
        Before = earlier is null ? null : MeaningOf(earlier),
        After = MeaningOf(row),
    };

    /// <param name="officer"><c>null</c>: whoever is signed in.</param>
    public static AuditEvent Forgotten(LabelMappingRow row, Officer? officer) => new(AuditAction.LabelForgotten, AuditEvent.Of("label", row.Key))
    {
        By = officer,
        UnitId = row.UnitId,
        Before = MeaningOf(row),
    };

    private static AuditDetails MeaningOf(LabelMappingRow row) => AuditDetails.Of(("label", row.Written), ("use", row.Use), ("indicator", row.IndicatorCode));
}
