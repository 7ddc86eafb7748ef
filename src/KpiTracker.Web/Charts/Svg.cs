using System.Globalization;
using System.Text;

namespace KpiTracker.Web.Charts;

/// <summary>Numbers as SVG attributes write them: with a point, whatever the reader's language, and no more than two decimals.</summary>
internal static class Svg
{
    /// <summary>A length along the chart's width, 0–100: <c>12.5%</c>. Charts are drawn in shares of their width, so that they fit any screen while their words keep their size.</summary>
    public static string Share(double share) => Length(share) + "%";

    /// <summary>A length in pixels.</summary>
    public static string Length(double pixels)
    {
        // A page writes thousands, and following a format for each showed in its profile.
        var hundredths = (long)Math.Round(pixels * 100, MidpointRounding.AwayFromZero);
        var (whole, rest) = Math.DivRem(Math.Abs(hundredths), 100);
        var sign = hundredths < 0 ? "-" : "";
        return rest == 0
            ? sign + whole.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{whole}.{rest / 10}{(rest % 10 == 0 ? "" : (rest % 10).ToString(CultureInfo.InvariantCulture))}");
    }

    /// <summary>Level lines from the left edge, as one path.</summary>
    public static string Across(IEnumerable<double> heights, double width) => string.Concat(heights.Select(y => $"M0 {Length(y)}H{Length(width)}"));

    /// <summary>Lines as one path; those that go on where the one before ended are joined.</summary>
    public static string Course(IEnumerable<TrendLine> lines)
    {
        StringBuilder path = new();
        TrendLine? before = null;
        foreach (var line in lines)
        {
            if (before is not { } last || last.X2 != line.X1 || last.Y2 != line.Y1)
            {
                path.Append('M').Append(Length(line.X1)).Append(' ').Append(Length(line.Y1));
            }

            path.Append('L').Append(Length(line.X2)).Append(' ').Append(Length(line.Y2));
            before = line;
        }

        return path.ToString();
    }
}
