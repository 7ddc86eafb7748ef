namespace KpiTracker.Web.Features.Submissions;

/// <summary>Marks the words of revisions, receipts and empty months: <c>RevisionTexts.resx</c> and <c>RevisionTexts.en.resx</c>.</summary>
internal sealed class RevisionTexts;
