namespace KpiTracker.Web.Features.Thresholds;

/// <summary>Marks the words of the thresholds' page: <c>ThresholdsTexts.resx</c> and <c>ThresholdsTexts.en.resx</c>.</summary>
internal sealed class ThresholdsTexts;
