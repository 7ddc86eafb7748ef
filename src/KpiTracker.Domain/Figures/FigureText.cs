using System.Globalization;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Figures;

/// <summary>The one formatter of figures, on screen and in documents, whatever the language: <c>1.234</c>, <c>85,5%</c>, <c>05/11/2026</c>.</summary>
public static class FigureText
{
    /// <summary>Characters of a sheet's text in a sentence; the longest official name of an indicator stays whole.</summary>
    private const int LongestQuoted = 160;

    /// <summary>Printed where there is no figure. Missing is not zero.</summary>
    public const string Missing = "–";

    public static CultureInfo Culture { get; } = CultureInfo.ReadOnly(MakeCulture());

    /// <summary>A count: thousands with dots, decimals only when there are any.</summary>
    public static string Count(decimal? value) => value is { } count ? Counted(count) : Missing;

    /// <param name="percent">0–100 and beyond.</param>
    public static string Percent(decimal? percent) => percent is { } value ? ShownPercent(value).ToString("N1", Culture) + "%" : Missing;

    /// <summary>A count that was reckoned, as people are: whole, halves away from zero.</summary>
    public static decimal WholeCount(decimal value) => Math.Round(value, 0, MidpointRounding.AwayFromZero);

    /// <summary><see cref="WholeCount"/> printed, with a minus sign of its own where it is negative: <c>1.240</c>, <c>−12</c>.</summary>
    public static string WholeText(decimal value) => WholeCount(value).ToString("#,##0;−#,##0;0", Culture);

    /// <summary>A count that was reckoned and rounded already, with the one decimal it may have: <c>0,7</c>, <c>−12</c>.</summary>
    public static string Reckoned(decimal value) => value.ToString("#,##0.#;−#,##0.#;0", Culture);

    /// <summary>A target's percentage keeps only the decimals it was given: <c>95%</c>.</summary>
    public static string TargetPercent(decimal percent) => percent.ToString("#,##0.##", Culture) + "%";

    /// <summary>A change in percentage points, signed: <c>+1,2 điểm %</c> is its caller's word, this is <c>+1,2</c>.</summary>
    public static string Points(decimal? points) => points?.ToString("+#,##0.0;−#,##0.0;0.0", Culture) ?? Missing;

    /// <summary>A signed change of a count: <c>+1.240</c>.</summary>
    public static string Change(decimal? change) => change?.ToString("+#,##0.###;−#,##0.###;0", Culture) ?? Missing;

    /// <summary>What a sheet says, as a sentence quotes it: longer texts end in an ellipsis.</summary>
    public static string Quoted(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return written.Length <= LongestQuoted ? written : written[..(char.IsHighSurrogate(written[LongestQuoted - 2]) ? LongestQuoted - 2 : LongestQuoted - 1)] + "…";
    }

    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", Culture);

    public static string Time(DateTimeOffset time) => time.ToString("HH:mm dd/MM/yyyy", Culture);

    /// <summary><c>05/2025</c>.</summary>
    public static string Period(ReportingPeriod period) => period.FirstDay.ToString("MM/yyyy", Culture);

    /// <summary>
    /// The percentage as shown: one decimal, halves away from zero, but what is under 100 is never shown as 100
    /// (1.203 of 1.204 is 99,9%, not all).
    /// </summary>
    public static decimal ShownPercent(decimal percent)
    {
        var rounded = Math.Round(percent, 1, MidpointRounding.AwayFromZero);
        return percent < 100m && rounded >= 100m ? 99.9m : rounded;
    }

    // Most counts are whole, and a page prints thousands: following a picture for each showed in its profile.
    private static string Counted(decimal count) => decimal.IsInteger(count) ? count.ToString("N0", Culture) : count.ToString("#,##0.###", Culture);

    private static CultureInfo MakeCulture()
    {
        // Written out, so that the figures are the same whichever ICU the machine has.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.DateTimeFormat.DateSeparator = "/";
        culture.DateTimeFormat.TimeSeparator = ":";
        return culture;
    }
}
