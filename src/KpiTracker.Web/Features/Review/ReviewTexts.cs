namespace KpiTracker.Web.Features.Review;

/// <summary>Marks the texts of the review: <c>ReviewTexts.resx</c> and <c>ReviewTexts.en.resx</c>.</summary>
internal sealed class ReviewTexts;
