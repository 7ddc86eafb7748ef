using System.Globalization;

namespace KpiTracker.Domain.Periods;

/// <summary>One calendar month for which wards report, written <c>2025-05</c>.</summary>
public readonly record struct ReportingPeriod : IComparable<ReportingPeriod>
{
    private readonly int _monthIndex;

    public ReportingPeriod(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1900);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9998);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        _monthIndex = (year * 12) + month - 1;
    }

    public int Year => _monthIndex / 12;

    public int Month => (_monthIndex % 12) + 1;

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    public ReportingPeriod Previous => AddMonths(-1);

    public ReportingPeriod Next => AddMonths(1);

    public static ReportingPeriod Of(DateOnly day) => new(day.Year, day.Month);

    public static bool operator <(ReportingPeriod left, ReportingPeriod right) => left._monthIndex < right._monthIndex;

    public static bool operator >(ReportingPeriod left, ReportingPeriod right) => left._monthIndex > right._monthIndex;

    public static bool operator <=(ReportingPeriod left, ReportingPeriod right) => left._monthIndex <= right._monthIndex;

    public static bool operator >=(ReportingPeriod left, ReportingPeriod right) => left._monthIndex >= right._monthIndex;

    /// <summary>Reads <c>2025-05</c> (and <c>2025-5</c>); anything else is <c>false</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ReportingPeriod period)
    {
        period = default;
        text = text.Trim();
        if (text.Length is not (6 or 7)
            || text[4] != '-'
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || !int.TryParse(text[5..], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || year is < 1900 or > 9998
            || month is < 1 or > 12)
        {
            return false;
        }

        period = new ReportingPeriod(year, month);
        return true;
    }

    /// <exception cref="FormatException">The text is not <c>yyyy-MM</c>: for text the program wrote itself.</exception>
    public static ReportingPeriod Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a month written yyyy-MM.");

    /// <summary>Every month from <paramref name="first"/> to <paramref name="last"/>, both included; none when they are the wrong way round.</summary>
    public static IEnumerable<ReportingPeriod> Range(ReportingPeriod first, ReportingPeriod last)
    {
        for (var period = first; period <= last; period = period.Next)
        {
            yield return period;
        }
    }

    public ReportingPeriod AddMonths(int months)
    {
        var index = _monthIndex + months;
        return new ReportingPeriod(index / 12, (index % 12) + 1);
    }

    /// <summary>Whole months from this period to <paramref name="later"/>; negative when it is earlier.</summary>
    public int MonthsUntil(ReportingPeriod later) => later._monthIndex - _monthIndex;

    /// <summary>Whole months from the end of this period to a day: from September 2026 to 31/12/2026 three, to 30/11/2026 two; none to a day that is not later.</summary>
    public int WholeMonthsUntil(DateOnly day)
    {
        var months = MonthsUntil(Of(day));
        return Math.Max(0, LastDay.AddMonths(months) > day ? months - 1 : months);
    }

    public int CompareTo(ReportingPeriod other) => _monthIndex.CompareTo(other._monthIndex);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
