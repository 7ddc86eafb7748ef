namespace KpiTracker.Web.Features.Batches;

/// <summary>Marks the words of sending many files at once: <c>BatchesTexts.resx</c> and <c>BatchesTexts.en.resx</c>.</summary>
internal sealed class BatchesTexts;
