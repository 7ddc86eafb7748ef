namespace KpiTracker.Web.Features.Record;

/// <summary>Marks the words of the record's page: <c>RecordTexts.resx</c> and <c>RecordTexts.en.resx</c>. Each action has its sentence there.</summary>
internal sealed class RecordTexts;
