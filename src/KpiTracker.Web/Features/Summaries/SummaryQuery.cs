using System.Globalization;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Summaries;

/// <summary>Answers an address of a summary: which unit and month it means, whether the officer may see them, and what the summary says.</summary>
internal sealed class SummaryQuery(SummaryGathering gathering, Registers registers, TimeProvider time)
{
    /// <param name="month"><c>2025-05</c>; <c>null</c>, or a month to come, is the latest month that has closed.</param>
    public async Task<SummaryAnswer> AskAsync(string code, string? month, Officer officer, CultureInfo language, CancellationToken cancellationToken = default)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var latest = snapshot.Calendar.LatestClosed(time.Today());
        var period = latest;
        if (month is not null && !ReportingPeriod.TryParse(month, out period))
        {
            return new SummaryAnswer.Unknown();
        }

        period = snapshot.Calendar.OpensOn(period) > time.Today() ? latest : period;
        if (snapshot.Units.FindInSeries(code, period) is not { } unit)
        {
            return new SummaryAnswer.Unknown();
        }

        if (!officer.MaySee(snapshot.Units, unit.Key))
        {
            return new SummaryAnswer.NotYours();
        }

        var facts = await gathering.GatherAsync(unit, period, cancellationToken);
        return new SummaryAnswer.Found(SummaryComposer.Compose(facts, language), unit, period, latest, SummaryFileName.Of(unit, period, "xlsx"));
    }
}
