using System.Globalization;
using System.Text;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Domain.Summaries;

/// <summary>What a file about a unit and month is called: plain ASCII, so that every mail program and disk keeps it, and sorted by unit and month.</summary>
public static class SummaryFileName
{
    /// <summary><c>bao-cao-tong-hop_tay-ho_2025-05.xlsx</c>; a ward's keeps its kind, for many a ward bears its district's name.</summary>
    /// <param name="extension">Without the dot.</param>
    public static string Of(OrganisationUnit unit, ReportingPeriod period, string extension) => Of("bao-cao-tong-hop", unit, period, extension);

    /// <summary><c>xep-hang_tay-ho_2025-05.csv</c>: of another file about a unit and month.</summary>
    /// <param name="what">In plain ASCII.</param>
    public static string Of(string what, OrganisationUnit unit, ReportingPeriod period, string extension) =>
        $"{what}_{Ascii(unit.IsWard ? unit.NameWithKind : unit.Name)}_{period}.{extension}";

    private static string Ascii(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name.Normalize(NormalizationForm.FormD).ToLowerInvariant().Replace('đ', 'd'))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                plain.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }

        return plain.ToString().TrimEnd('-');
    }
}
