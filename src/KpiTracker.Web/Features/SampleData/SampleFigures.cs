using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>A ward for which figures are invented.</summary>
/// <param name="Population">Residents.</param>
/// <param name="Territory">The code of the district, before July 2025 and since: it sets the pace, so that a district's series goes on smoothly in its area.</param>
internal sealed record SampleWard(OrganisationUnit Unit, int Population, string Territory);

/// <param name="Denominator"><c>null</c> for a count.</param>
internal sealed record SampleFigure(string IndicatorCode, long Numerator, long? Denominator)
{
    /// <summary>The ward does not know yet: the sheet has a dash where the numerator would stand.</summary>
    public bool IsMissing { get; init; }
}

/// <summary>
/// Invented, plausible and always the same figures: each group learns slowly, then quickly, then the last ones slowly; some districts are months ahead of others.
/// Nothing that is counted since the campaign's beginning ever falls, and no part exceeds its whole.
/// </summary>
internal static class SampleFigures
{
    public const string Ambassadors = "AMBASSADORS";
    public const string CommunityTeams = "COMMUNITY_TEAMS";
    public const string TrainingVisits = "TRAINING_VISITS";
    public const string Certified = "CERTIFIED";
    public const string UniversalCommunes = "UNIVERSAL_COMMUNES";

    private const string Adults = "ADULTS";

    /// <summary>The rate of adults from which a ward calls its basic skills universal.</summary>
    private const double UniversalFrom = 0.8;

    private static readonly ReportingPeriod CampaignBegins = new(2025, 3);
    private static readonly ReportingPeriod CertifiedSince = new(2025, 8);
    private static readonly ReportingPeriod UniversalSince = new(2026, 1);

    private static readonly IReadOnlyList<Growth> Percentages =
    [
        new("OFFICIALS", "OFFICIALS", 0.0036, 42, 0.35, 0.995, 7.5, 0.27),
        new("STUDENTS", "STUDENTS", 0.095, 0, 0.38, 0.99, 7.5, 0.22),
        new(Adults, Adults, 0.66, 0, 0.24, 0.93, 11.5, 0.21),
        new("WORKERS", "WORKERS", 0.17, 0, 0.20, 0.87, 12, 0.20),
        new("DIGITAL_ID", Adults, 0.70, 0, 0.60, 0.99, 6, 0.22),
        new("SMARTPHONE", Adults, 0.66, 0, 0.42, 0.94, 9, 0.19),
    ];

    /// <summary>Every indicator that wards report in a month, in the order of the columns.</summary>
    public static IEnumerable<string> IndicatorsIn(ReportingPeriod period) =>
        [
            .. Percentages.Select(g => g.IndicatorCode),
            Ambassadors,
            CommunityTeams,
            TrainingVisits,
            .. period >= CertifiedSince ? [Certified] : Array.Empty<string>(),
            .. period >= UniversalSince ? [UniversalCommunes] : Array.Empty<string>(),
        ];

    public static IReadOnlyList<SampleFigure> Of(SampleWard ward, ReportingPeriod period)
    {
        List<SampleFigure> figures = [.. Percentages.Select(g => PercentageOf(g, ward, period))];
        var adults = figures.First(f => f.IndicatorCode == Adults);
        foreach (var code in IndicatorsIn(period).Skip(figures.Count))
        {
            figures.Add(new SampleFigure(code, CountOf(code, ward, period, adults), null));
        }

        return figures;
    }

    private static SampleFigure PercentageOf(Growth growth, SampleWard ward, ReportingPeriod period)
    {
        var whole = Whole(growth, ward, period);
        return new SampleFigure(growth.IndicatorCode, (long)(whole * Rate(growth, ward, period)), whole);
    }

    private static long Whole(Growth growth, SampleWard ward, ReportingPeriod period)
    {
        var spread = 0.94 + (0.12 * Chance.Of("whole", ward.Unit.Key.ToString(), growth.WholeLike));
        // Registers of people are brought up to date once a year: schools in September, the others in January.
        var years = growth.IndicatorCode == "STUDENTS" ? period.AddMonths(4).Year - 2025 : period.Year - 2025;
        return growth.AtLeast + (long)Math.Round(ward.Population * growth.ShareOfPeople * spread * (1 + (0.006 * years)));
    }

    private static double Rate(Growth growth, SampleWard ward, ReportingPeriod period)
    {
        var head = Chance.Of("district", ward.Territory);
        var cap = Math.Min(0.998, growth.Cap * (1 - (0.13 * (1 - head) * (1 - head))) * (0.985 + (0.03 * Chance.Of("cap", ward.Unit.Key.ToString(), growth.IndicatorCode))));
        var midpoint = growth.Midpoint
            + (9 * (0.5 - head))
            + (4 * (0.5 - Chance.Of("district", ward.Territory, growth.IndicatorCode)))
            + (5 * (0.5 - Chance.Of("ward", ward.Unit.Key.ToString(), growth.IndicatorCode)));
        return growth.Floor + ((cap - growth.Floor) / (1 + Math.Exp(-growth.Pace * (Months(growth.IndicatorCode, ward, period) - midpoint))));
    }

    /// <summary>Months since the campaign began, a little early or late each time, and never back.</summary>
    private static double Months(string indicatorCode, SampleWard ward, ReportingPeriod period) =>
        CampaignBegins.MonthsUntil(period) + (0.7 * (Chance.Of("month", ward.Unit.Key.ToString(), indicatorCode, period.ToString()) - 0.5));

    private static long CountOf(string code, SampleWard ward, ReportingPeriod period, SampleFigure adults)
    {
        var built = 1 / (1 + Math.Exp(-0.4 * (Months(code, ward, period) - 4)));
        return code switch
        {
            Ambassadors => (long)((1 + (ward.Population / 5000.0)) * built * (0.8 + (0.6 * Chance.Of(code, ward.Unit.Key.ToString())))),
            CommunityTeams => (long)((2 + (ward.Population / 1100.0)) * (0.4 + (0.6 * built))),
            TrainingVisits => (long)(ward.Population * 0.014 * (0.4 + Chance.Of(code, ward.Unit.Key.ToString(), period.ToString()))),
            Certified => (long)(adults.Numerator * 0.45 * (1 - Math.Exp(-0.09 * CertifiedSince.Previous.MonthsUntil(period)))),
            _ => adults.Numerator >= UniversalFrom * adults.Denominator ? 1 : 0,
        };
    }

    /// <summary>How one group learns.</summary>
    /// <param name="WholeLike">The indicator with which it shares the spread of its whole: adults are the same people in both.</param>
    /// <param name="ShareOfPeople">The whole, as a share of all residents.</param>
    /// <param name="AtLeast">Added to the whole, whatever the ward's size.</param>
    /// <param name="Floor">The rate before the campaign.</param>
    /// <param name="Cap">The rate it tends to.</param>
    /// <param name="Midpoint">Months after the campaign's beginning at which half the way is done.</param>
    private sealed record Growth(
        string IndicatorCode, string WholeLike, double ShareOfPeople, int AtLeast, double Floor, double Cap, double Midpoint, double Pace);
}
