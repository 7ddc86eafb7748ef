namespace KpiTracker.Web.Features.Submissions;

/// <summary>Marks the words of mending a draft: <c>DraftTexts.resx</c> and <c>DraftTexts.en.resx</c>.</summary>
internal sealed class DraftTexts;
