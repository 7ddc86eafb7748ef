using KpiTracker.Data.Registers;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Tests.Documents;

/// <summary>Workbooks read and checked against the shipped registers, for Phường Bưởi (00109) and May 2025 unless a test says otherwise.</summary>
internal static class Reports
{
    public const string Ward = "00109";
    public const string District = "003";

    public static readonly object?[] HeadA = ["STT", "Tên chỉ tiêu", "ĐVT", "Tổng số", "Đã đạt", "Tỷ lệ (%)", "Ghi chú"];

    public static RegisterSnapshot Registers { get; } = RegisterSnapshot.FromFiles();

    public static ReportingPeriod May { get; } = new(2025, 5);

    public static ReadingContext Context(string unit = Ward, ReportingPeriod? period = null) =>
        new(Registers.Units, Registers.Indicators, Registers.Units.FindInSeries(unit, period ?? May)!, period ?? May);

    public static WorkbookReading Read(byte[] file, string unit = Ward, ReportingPeriod? period = null) =>
        new WardWorkbookReader().Read(new MemoryStream(file), "bao-cao.xlsx", Context(unit, period));

    public static CheckedReport Check(Book book, ReadingContext context)
    {
        var reading = new WardWorkbookReader().Read(book.Stream(), "bao-cao.xlsx", context);
        Assert.That(reading, Is.InstanceOf<WorkbookReading.Recognised>(), (reading as WorkbookReading.Unreadable)?.Reason.ToString());
        return ReportCheck.Run(
            ((WorkbookReading.Recognised)reading).Report,
            new ReferenceData(context.Units, context.Indicators, context.Unit, context.Period, []));
    }

    public static UnreadableReason? ReasonAgainst(byte[] file) => (Read(file) as WorkbookReading.Unreadable)?.Reason;

    public static CheckedReport Check(Book book, string unit = Ward, ReportingPeriod? period = null, params Observation[] previous) =>
        Check(book.Bytes(), unit, period, previous);

    public static CheckedReport Check(byte[] file, string unit = Ward, ReportingPeriod? period = null, params Observation[] previous)
    {
        var context = Context(unit, period);
        var reading = Read(file, unit, period);
        Assert.That(reading, Is.InstanceOf<WorkbookReading.Recognised>(), (reading as WorkbookReading.Unreadable)?.Reason.ToString());
        return ReportCheck.Run(
            ((WorkbookReading.Recognised)reading).Report,
            new ReferenceData(context.Units, context.Indicators, context.Unit, context.Period, previous));
    }

    /// <summary>One line a figure: <c>00109 OFFICIALS 90/119</c> or <c>00109 ADULTS 85.5%</c>.</summary>
    public static IEnumerable<string> Kept(CheckedReport report) => report.Observations.Select(o =>
        FormattableString.Invariant($"{o.Unit.Code} {o.IndicatorCode} {(o.Percent is { } percent ? $"{percent:0.##}%" : o.Denominator is null ? $"{o.Numerator}" : $"{o.Numerator}/{o.Denominator}")}"));

    public static IEnumerable<string> Codes(CheckedReport report) => report.Findings.Select(f => f.Code);

    /// <summary>All that was found, but that the two wards of a test's table are not their whole district (R32).</summary>
    public static IEnumerable<Finding> Found(CheckedReport report) => report.Findings.Where(f => f.Code != "R32");

    public static UnitKey Key(string code, ReportingPeriod? period = null) => Registers.Units.FindInSeries(code, period ?? May)!.Key;
}
