namespace KpiTracker.Web.Features.Holidays;

/// <summary>Marks the words of the days off: <c>HolidaysTexts.resx</c> and <c>HolidaysTexts.en.resx</c>.</summary>
internal sealed class HolidaysTexts;
