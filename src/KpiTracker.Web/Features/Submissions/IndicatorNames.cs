using System.Globalization;
using KpiTracker.Domain.Indicators;

namespace KpiTracker.Web.Features.Submissions;

internal static class IndicatorNames
{
    /// <summary>The indicator's name in the reader's language.</summary>
    public static string NameIn(this Indicator indicator, CultureInfo language) =>
        language.TwoLetterISOLanguageName == "en" ? indicator.NameEn : indicator.NameVi;

    /// <summary>For table heads, in the reader's language.</summary>
    public static string ShortNameIn(this Indicator indicator, CultureInfo language) =>
        language.TwoLetterISOLanguageName == "en" ? indicator.ShortNameEn : indicator.ShortNameVi;
}
