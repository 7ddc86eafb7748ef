using System.Globalization;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;

namespace KpiTracker.Web.Features.SampleData;

/// <summary>
/// Which sample workbooks there are, and when each was sent. Most wards are on time; some are late, some send nothing,
/// some correct themselves, some get their report back with a reason.
/// </summary>
internal sealed class SamplePlan(OrganisationTree units, IReadOnlyDictionary<UnitKey, int> populations, ReportingCalendar calendar)
{
    public const string CityCode = "01";

    /// <summary>Residents of a ward that no source counts.</summary>
    private const int UsualPopulation = 15000;

    private static readonly ReportingPeriod AreasBegin = new(2025, 7);

    private static readonly TimeSpan VietNam = TimeSpan.FromHours(7);

    private static readonly IReadOnlyList<string> ReturnReasons =
    [
        "Số người trưởng thành đạt tăng cao so với tháng trước, đề nghị rà soát lại danh sách.",
        "Tổng số người lao động chưa gồm các hợp tác xã trên địa bàn, đề nghị bổ sung.",
        "Số học sinh, sinh viên chưa khớp với số liệu của các trường, đề nghị kiểm tra lại.",
        "Số liệu chưa có ý kiến của lãnh đạo phường, xã; đề nghị gửi lại sau khi được duyệt.",
    ];

    private enum Fate
    {
        OnTime,
        Late,
        Missing,
        Corrects,

        /// <summary>Given back, and sent again.</summary>
        ReturnedAndSent,

        /// <summary>Given back, and still awaited.</summary>
        Returned,
    }

    /// <summary>The first month of the campaign's reports.</summary>
    public static ReportingPeriod First { get; } = new(2025, 4);

    /// <summary>The districts of Hà Nội in a month; since July 2025 the areas.</summary>
    public IReadOnlyList<OrganisationUnit> Collectors(ReportingPeriod period) =>
        units.Find(CityCode, period) is { } city ? [.. units.ChildrenOf(city.Key, period).Where(u => !u.IsWard)] : [];

    /// <summary>The code of the district that an area continues; a district's own.</summary>
    public string TerritoryOf(OrganisationUnit collector) => units.ContinuationIn(collector.Key, First)?.Code ?? collector.Code;

    /// <summary>The workbooks of one district or area for one month, in the order in which they are sent.</summary>
    /// <param name="lastPeriod">The month that is due now: there the sample ward officer's own report is left for the visitor to send.</param>
    public IReadOnlyList<SampleReport> ReportsOf(OrganisationUnit collector, ReportingPeriod period, ReportingPeriod lastPeriod)
    {
        var territory = TerritoryOf(collector);
        var wards = units.WardsOf(collector.Key, period)
            .Where(w => period != lastPeriod || w.Code != SampleAccounts.WardCode)
            .Select(w => new SampleWard(w, populations.GetValueOrDefault(w.Key, UsualPopulation), territory))
            .Select(w => (Ward: w, Fate: FateOf(w, period)))
            .ToList();
        var due = calendar.DueOn(period);
        var word = collector.Code + period;

        List<SampleReport> reports = [];
        Add(SampleReportKind.Regular, SentAt(WorkingDaysBefore(due, Chance.Below(3, "days", word)), word, "regular"), f => f is not (Fate.Late or Fate.Missing));
        Add(SampleReportKind.Late, SentAt(due.AddDays(2 + Chance.Below(5, "late", word)), word, "late"), f => f is Fate.Late);
        Add(SampleReportKind.Corrected, SentAt(due.AddDays(9 + Chance.Below(6, "corrected", word)), word, "corrected"), f => f is Fate.Corrects or Fate.ReturnedAndSent);
        return reports;

        void Add(SampleReportKind kind, DateTimeOffset sentAt, Func<Fate, bool> takes)
        {
            var lines = wards.Where(w => takes(w.Fate)).Select(w => new SampleLine(w.Ward, FiguresOf(w.Ward, w.Fate, period, kind))).ToList();
            if (lines.Count == 0)
            {
                return;
            }

            IReadOnlyList<SampleReturn> returns = kind == SampleReportKind.Regular
                ? [.. wards.Where(w => w.Fate is Fate.Returned or Fate.ReturnedAndSent).Select(w => ReturnOf(w.Ward.Unit, period, due))]
                : [];
            reports.Add(new SampleReport(collector, period, kind, lines, sentAt, FileName(collector, period, kind), returns));
        }
    }

    private static Fate FateOf(SampleWard ward, ReportingPeriod period) => (ward.Unit.Code, ward.Territory, period.ToString()) switch
    {
        // The month and district of the ready-made workbooks in data/samples: one of them is still awaited here.
        ("00097", "003", "2025-05") => Fate.Missing,
        ("00106", "003", "2025-05") => Fate.Late,
        (_, "003", "2025-05") => Fate.OnTime,
        // The area of the sample accounts has two wards: a month without either would have nothing to show.
        (_, "003", _) when period >= AreasBegin => Chance.Of("fate", ward.Unit.Key.ToString(), period.ToString()) switch
        {
            < 0.12 => Fate.Late,
            < 0.22 => Fate.Corrects,
            _ => Fate.OnTime,
        },
        _ => Chance.Of("fate", ward.Unit.Key.ToString(), period.ToString()) switch
        {
            < 0.03 => Fate.Missing,
            < 0.20 when IsSpecial("late", 0.35, ward, period) => Fate.Late,
            < 0.30 when IsSpecial("corrects", 0.2, ward, period) => Fate.Corrects,
            < 0.34 when IsSpecial("corrects", 0.2, ward, period) => Fate.ReturnedAndSent,
            >= 0.34 and < 0.345 => Fate.Returned,
            _ => Fate.OnTime,
        },
    };

    /// <summary>Wards of one district are late, or correct themselves, in the same months: then one more workbook does for them all.</summary>
    private static bool IsSpecial(string what, double share, SampleWard ward, ReportingPeriod period) =>
        Chance.Of(what, ward.Territory, period.ToString()) < share;

    private static IReadOnlyList<SampleFigure> FiguresOf(SampleWard ward, Fate fate, ReportingPeriod period, SampleReportKind kind)
    {
        var figures = SampleFigures.Of(ward, period).Select(f => f with { IsMissing = IsUnknown(f, ward, period) });
        return kind == SampleReportKind.Regular && fate is Fate.Corrects or Fate.ReturnedAndSent
            ? [.. figures.Select(f => f.IndicatorCode is "ADULTS" or "WORKERS" ? Slip(f) : f)]
            : [.. figures];
    }

    /// <summary>Some groups take some wards longer to count.</summary>
    private static bool IsUnknown(SampleFigure figure, SampleWard ward, ReportingPeriod period) =>
        figure.IndicatorCode is "WORKERS" or "SMARTPHONE" && Chance.Of("unknown", ward.Unit.Key.ToString(), figure.IndicatorCode, period.ToString()) < 0.002;

    /// <summary>What a hurried count gets wrong: a few too many.</summary>
    private static SampleFigure Slip(SampleFigure figure) =>
        figure with { Numerator = Math.Min(figure.Denominator ?? long.MaxValue, figure.Numerator + 3 + (figure.Numerator / 80)) };

    private static SampleReturn ReturnOf(OrganisationUnit ward, ReportingPeriod period, DateOnly due)
    {
        var word = ward.Key.ToString() + period;
        return new SampleReturn(ward.Key, SentAt(due.AddDays(1 + Chance.Below(4, "return", word)), word, "return"), Chance.Among(ReturnReasons, "reason", word));
    }

    private static DateTimeOffset SentAt(DateOnly day, string word, string kind) =>
        new(day.ToDateTime(new TimeOnly(8 + Chance.Below(9, "hour", word, kind), Chance.Below(60, "minute", word, kind))), VietNam);

    private static string FileName(OrganisationUnit collector, ReportingPeriod period, SampleReportKind kind)
    {
        var suffix = kind switch { SampleReportKind.Late => "_bo-sung", SampleReportKind.Corrected => "_dinh-chinh", _ => "" };
        return string.Create(CultureInfo.InvariantCulture, $"tong-hop_{collector.Code.ToLowerInvariant()}_{period}{suffix}.xlsx");
    }

    private DateOnly WorkingDaysBefore(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            workingDays -= calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }
}
