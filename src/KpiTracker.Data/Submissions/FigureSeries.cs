using System.Globalization;
using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>
/// The sums of one indicator over all months, of a ward or of the unit directly above wards. The database keeps it itself, by triggers on
/// <see cref="CurrentFigure"/>, whoever writes there: a page reads one row instead of one for every ward and month.
/// </summary>
public sealed class FigureSeries
{
    /// <summary>The numbers of a month: numerators and denominators of the wards that have both, how many those are; numerators of those without a denominator, how many they are.</summary>
    internal const int NumbersOfMonth = 5;

    public int UnitId { get; set; }

    public required string IndicatorCode { get; set; }

    /// <summary>JSON, the months in no order: <c>{"2025-05":[850,1000,2,0,0]}</c>. A month without any numerator is not there.</summary>
    public required string Months { get; set; }

    /// <summary>Reads <see cref="Months"/> as the triggers write them.</summary>
    /// <param name="kind">A percentage adds up only wards that have both counts; a count all that have a numerator.</param>
    /// <param name="last">Later months are left out.</param>
    /// <returns>In no order; a month in which nothing can be added is not there.</returns>
    /// <exception cref="FormatException">The text was not written by the triggers.</exception>
    public static List<MonthSum> Read(string months, IndicatorKind kind, ReportingPeriod last)
    {
        List<MonthSum> sums = new(months.Length / 24);
        Span<long> numbers = stackalloc long[NumbersOfMonth];
        var rest = months.AsSpan().Trim('{').TrimEnd('}');
        while (rest.Length > 0)
        {
            // "2025-05":[850,1000,2,0,0]
            var (start, end) = (rest.IndexOf('['), rest.IndexOf(']'));
            if (start < 0 || end < start)
            {
                throw new FormatException($"'{rest}' is no month of a series.");
            }

            var period = ReportingPeriod.Parse(rest[..start].Trim(",\":"));
            if (period <= last)
            {
                Fill(numbers, rest[(start + 1)..end]);
                var sum = kind == IndicatorKind.Count
                    ? new MonthSum(period, numbers[0] + numbers[3], 0, (int)(numbers[2] + numbers[4]))
                    : new MonthSum(period, numbers[0], numbers[1], (int)numbers[2]);
                if (sum.Wards > 0)
                {
                    sums.Add(sum);
                }
            }

            rest = rest[(end + 1)..];
        }

        return sums;
    }

    private static void Fill(Span<long> numbers, ReadOnlySpan<char> text)
    {
        // Digits by hand: a district's page reads thousands of them.
        numbers.Clear();
        var (place, sign) = (0, 1);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case ',':
                    numbers[place] *= sign;
                    (place, sign) = (place + 1, 1);
                    break;
                case '-':
                    sign = -1;
                    break;
                case >= '0' and <= '9':
                    numbers[place] = (numbers[place] * 10) + (letter - '0');
                    break;
                default:
                    throw new FormatException($"'{text}' are no numbers of a month.");
            }
        }

        numbers[place] *= sign;
    }
}

/// <summary>What wards reported of one indicator in one month, added up.</summary>
/// <param name="Denominator">0 for a count.</param>
/// <param name="Wards">How many wards' figures are in the sums; at least one.</param>
public readonly record struct MonthSum(ReportingPeriod Period, long Numerator, long Denominator, int Wards);

internal sealed class FigureSeriesConfiguration : IEntityTypeConfiguration<FigureSeries>
{
    public void Configure(EntityTypeBuilder<FigureSeries> series)
    {
        series.ToTable("FigureSeries");
        series.HasKey(s => new { s.UnitId, s.IndicatorCode });
        series.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
