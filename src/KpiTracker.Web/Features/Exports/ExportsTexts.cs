namespace KpiTracker.Web.Features.Exports;

/// <summary>Marks the words of tables that are copied and saved: <c>ExportsTexts.resx</c> and <c>ExportsTexts.en.resx</c>.</summary>
internal sealed class ExportsTexts;
