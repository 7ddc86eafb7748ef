using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Summaries;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Summaries;

/// <summary>Gathers what a summary is made of from the very figures that the dashboard shows. It checks no rights: its callers do.</summary>
internal sealed class SummaryGathering(UnitProgressQuery progress, Registers registers, TimeProvider time)
{
    /// <param name="unit">Valid in <paramref name="period"/>.</param>
    public async Task<SummaryFacts> GatherAsync(OrganisationUnit unit, ReportingPeriod period, CancellationToken cancellationToken)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        return Facts(await progress.ReadAsync(unit, period, cancellationToken: cancellationToken), snapshot, time.Today());
    }

    internal static SummaryFacts Facts(UnitProgress standing, RegisterSnapshot registers, DateOnly madeOn) => new(
        standing.Unit,
        registers.Units.AncestorsOf(standing.Unit.Key).FirstOrDefault(above => above.Kind != UnitKinds.Area),
        standing.Period,
        registers.Calendar.OpensOn(standing.Period),
        standing.FiguresUntil,
        madeOn,
        [.. standing.Indicators.Select(indicator => indicator.Progress)],
        [.. Wards(standing)]);

    /// <summary>Under the units between, in their order; wards that stand directly under the unit have none.</summary>
    private static IEnumerable<WardFacts> Wards(UnitProgress standing)
    {
        var groups = standing.Children.Where(child => !child.Unit.IsWard).SelectMany(child => child.Wards.Select(ward => (ward.Ward.Key, child.Unit))).ToDictionary();
        return standing.Wards
            .Select(ward => new WardFacts(
                ward.Ward,
                groups.GetValueOrDefault(ward.Ward.Key),
                ward.Standing,
                ward.Figures.ToDictionary(figure => figure.Key, figure => new FigureFacts(figure.Value.Value, figure.Value.ReportedPercent))) { IsApproved = ward.IsApproved })
            .OrderBy(ward => ward.Group?.Code, StringComparer.Ordinal)
            .ThenBy(ward => ward.Ward.Code, StringComparer.Ordinal);
    }
}
