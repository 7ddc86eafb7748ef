namespace KpiTracker.Web.Features.Periods;

/// <summary>Marks the words of the reporting periods: <c>PeriodsTexts.resx</c> and <c>PeriodsTexts.en.resx</c>.</summary>
internal sealed class PeriodsTexts;
