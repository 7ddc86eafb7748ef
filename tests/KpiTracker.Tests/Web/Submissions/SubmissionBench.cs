using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using KpiTracker.Tests.Data;
using KpiTracker.Web.Features.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace KpiTracker.Tests.Web.Submissions;

/// <summary>A data folder with the submission use cases over it, a clock that stands still, and officers of Tây Hồ.</summary>
internal sealed class SubmissionBench : IAsyncDisposable
{
    public static readonly ReportingPeriod May = new(2025, 5);

    private SubmissionBench(TemporaryDatabase database, RegisterSnapshot registers, StoppedClock clock) =>
        (Database, Registers, Clock) = (database, registers, clock);

    public TemporaryDatabase Database { get; }

    public RegisterSnapshot Registers { get; }

    public StoppedClock Clock { get; }

    public SubmissionIntake Intake => Of<SubmissionIntake>();

    public ReportDrafts Drafts => Of<ReportDrafts>();

    /// <param name="more">Services that the test needs beside those of sending.</param>
    public static async Task<SubmissionBench> CreateAsync(Action<IServiceCollection>? more = null)
    {
        var clock = new StoppedClock { Now = new DateTimeOffset(2025, 6, 5, 9, 0, 0, TimeSpan.FromHours(7)) };
        var database = await TemporaryDatabase.CreateAsync(services =>
        {
            services.AddSingleton<TimeProvider>(clock).AddSubmissions();
            more?.Invoke(services);
        });
        return new SubmissionBench(database, await database.RegistersAsync(), clock);
    }

    public T Of<T>()
        where T : notnull => Database.Services.GetRequiredService<T>();

    public OrganisationUnit Unit(string code, ReportingPeriod? period = null) => Registers.Units.FindInSeries(code, period ?? May)!;

    public Officer Officer(AccountRole role, string unit) => new($"{role}-{unit}", $"Cán bộ {unit}", role, Unit(unit).Key);

    /// <summary>Puts figures on record as if they had been read from a workbook, without one.</summary>
    public async Task<SubmissionOutcome> KeepAsync(Officer officer, string unit, params ReportedObservation[] figures)
    {
        var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Guid.NewGuid().ToString()));
        var report = new IncomingReport(bytes, "bao-cao.xlsx", Unit(unit).Key, May, WorkbookOrigin.Web);
        var stored = (StoredUpload.Stored)await Drafts.StoreAsync(report, officer, CancellationToken.None);
        return await Of<SubmissionKeeping>().KeepAsync(stored.Sent, ACheckedReport.With(figures), SubmissionAnswers.None, CancellationToken.None);
    }

    public ReportedObservation Figure(string ward, string indicator, decimal numerator, decimal denominator) =>
        new(Unit(ward).Key, indicator, numerator, denominator, null, new CellRef("Báo cáo", "E9"), new CellRef("Báo cáo", "D9"));

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    internal sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}

internal static class ACheckedReport
{
    public static CheckedReport With(params ReportedObservation[] figures) =>
        new(new WardReport(ReportLayout.IndicatorsInRows, "Báo cáo", [], [], [], [], []), [], figures);
}
