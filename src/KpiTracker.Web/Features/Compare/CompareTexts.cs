namespace KpiTracker.Web.Features.Compare;

/// <summary>Marks the words of comparing: <c>CompareTexts.resx</c> and <c>CompareTexts.en.resx</c>.</summary>
internal sealed class CompareTexts;
