using System.Globalization;

namespace KpiTracker.Web.Charts;

/// <summary>Numbers as SVG attributes write them: with a point, whatever the reader's language.</summary>
internal static class Svg
{
    /// <summary>A length along the chart's width, 0–100: <c>12.5%</c>. Charts are drawn in shares of their width, so that they fit any screen while their words keep their size.</summary>
    public static string Share(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A length in pixels.</summary>
    public static string Length(double pixels) => pixels.ToString("0.##", CultureInfo.InvariantCulture);
}
