using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.Periods;
using KpiTracker.Web.Features.Accounts;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Features.Submissions;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.Features.Compare;

/// <summary>Answers an address of a comparison: each side is asked for as its own page asks, so that rights and figures are the same.</summary>
internal sealed class CompareQuery(DashboardQuery dashboard, CurrentOfficer officers, Registers registers, TimeProvider time)
{
    public async Task<CompareAnswer> AskAsync(CompareChoice choice, CancellationToken cancellationToken = default)
    {
        List<(string Code, string? Month)> asked = choice.IsOfMonths
            ? [.. choice.Units.SelectMany(code => new[] { (code, choice.Period), (code, choice.With) })]
            : [.. choice.Units.Select(code => (code, choice.Period))];
        if (asked.Count < 2)
        {
            return new CompareAnswer.TooFew();
        }

        List<UnitProgress> sides = [];
        List<string> notYours = [];
        List<string> unknown = [];
        foreach (var (code, month) in asked)
        {
            switch (await dashboard.AskAsync(code, month, choice.IsOfMonths ? (month == choice.Period ? choice.With : choice.Period) : null, cancellationToken))
            {
                case DashboardAnswer.Found found:
                    sides.Add(found.Progress);
                    break;
                case DashboardAnswer.NotYours:
                    notYours.Add(code);
                    break;
                default:
                    unknown.Add(choice.IsOfMonths ? $"{code}, {month}" : code);
                    break;
            }
        }

        if (notYours.Count + unknown.Count > 0)
        {
            return new CompareAnswer.Refused([.. notYours.Distinct()], [.. unknown.Distinct()]);
        }

        var different = sides.DistinctBy(s => (s.Unit.Key, s.Period)).ToList();
        return different.Count < 2 ? new CompareAnswer.TooFew()
            : new CompareAnswer.Found(new Comparison(choice.IsOfMonths ? [.. different.OrderBy(s => s.Period)] : different, choice.IsOfMonths));
    }

    /// <summary>What can be chosen from: the officer's units in the month, and the months from the campaign's first to the latest that has closed.</summary>
    public async Task<CompareOffer> OfferAsync(CompareChoice choice, CancellationToken cancellationToken = default)
    {
        var snapshot = await registers.CurrentAsync(cancellationToken);
        var latest = snapshot.Calendar.LatestClosed(time.Today());
        var period = ReportingPeriod.TryParse(choice.Period, out var asked) && asked <= latest ? asked : latest;
        var officer = await officers.GetAsync(cancellationToken);
        var top = snapshot.Units.ContinuationIn(officer.Unit, period);
        return new CompareOffer(
            period,
            [.. ReportingPeriod.Range(snapshot.Calendar.FirstPeriod, latest).Reverse()],
            top,
            officer.Role == AccountRole.WardOfficer ? UnitGroups.OfWards(snapshot.Units, officer.Units) : UnitGroups.Within(snapshot.Units, officer.Units, period));
    }
}
