namespace KpiTracker.Web.Features.Presentation;

/// <summary>Marks the words of the slides: <c>PresentationTexts.resx</c> and <c>PresentationTexts.en.resx</c>.</summary>
internal sealed class PresentationTexts;
