using KpiTracker.Domain.Figures;
using KpiTracker.Domain.Indicators;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A figure that moves far beyond what the ward's own months and its neighbours' month would let expect, up or down: 9.310 last month, 200 now.
/// It has to be both large in itself and unusual. What falls although it is counted since the beginning is R22's matter.
/// </summary>
public sealed class ChangeIsUsual() : ReportRule("R27")
{
    /// <summary>Earlier months with a figure: before that nobody knows what is usual, and the first reports of a campaign may jump.</summary>
    private const int MonthsNeeded = 3;

    /// <summary>Fewer neighbours say nothing of what is usual this month.</summary>
    private const int PeersNeeded = 3;

    /// <summary>Times the usual change of a month, the ward's own or its neighbours', whichever is greater.</summary>
    private const decimal TimesUsual = 5;

    /// <summary>People or things: below that no change is worth a question.</summary>
    private const decimal SmallestChange = 20;

    /// <summary>Of the whole: a ward that stood still for months and moves less than that is not asked.</summary>
    private const decimal SmallestShareOfWhole = 0.10m;

    /// <summary>Of last month's figure, where there is no whole.</summary>
    private const decimal SmallestShareOfCount = 0.50m;

    /// <summary>Times the usual month, for what is counted month by month: no training in a month is nothing unusual, three times as much is.</summary>
    private const decimal SmallestShareOfFlow = 2;

    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var peers = new PeerMovements(report, reference);
        foreach (var line in report.Lines.Where(l => l.Numerator?.Value is not null))
        {
            var indicator = reference.Indicator(line.IndicatorCode);
            if (UnitOf(line, reference) is { } ward && reference.Earlier(ward, indicator.Code).Count(o => o.Numerator is not null) >= MonthsNeeded
                && PeerMovements.Of(line, ward, reference) is { } movement && IsLarge(movement, indicator)
                && Math.Abs(movement.PerMonth) > TimesUsual * movement.UsualThisWay)
            {
                var pace = peers.MedianPace(ward, indicator, PeersNeeded);
                if (pace is null || Math.Abs(movement.PerMonth) > TimesUsual * Math.Max(0, pace.Value * movement.Scale * Math.Sign(movement.Change)))
                {
                    yield return About(Say(line, movement, pace, indicator), line, reference);
                }
            }
        }
    }

    private static bool IsLarge(FigureMovement movement, Indicator indicator)
    {
        var size = Math.Abs(movement.Change);
        return (indicator.Accumulation, indicator.Kind) switch
        {
            (Accumulation.Cumulative, _) when movement.Change < 0 => false,
            (Accumulation.Flow, _) => movement.Change > Math.Max(SmallestChange, SmallestShareOfFlow * movement.Before),
            (_, IndicatorKind.Percentage) => size > Math.Max(SmallestChange, SmallestShareOfWhole * movement.Scale),
            _ => size > Math.Max(SmallestChange, SmallestShareOfCount * movement.Before),
        };
    }

    private Finding Say(ReportLine line, FigureMovement movement, decimal? pace, Indicator indicator)
    {
        var (name, now, before) = (indicator.ShortNameVi, FigureText.Count(line.Numerator!.Value), FigureText.Count(Math.Round(movement.Before)));
        var month = FigureText.Period(movement.Since);
        var (change, usual) = (FigureText.Change(movement.Change), FigureText.Count(Math.Round(movement.Usual)));
        return (indicator.Accumulation, pace) switch
        {
            (Accumulation.Flow, _) => Question(line.Numerator.Cell, name, now, before) with { TextKey = Code + ".flow" },
            (_, { } known) => Question(line.Numerator.Cell, name, month, before, now, change, usual, FigureText.Change(Math.Round(known * movement.Scale))) with { TextKey = Code + ".peers" },
            _ => Question(line.Numerator.Cell, name, month, before, now, change, usual),
        };
    }

    /// <summary>How far the other wards moved this month, each by its own scale: those in the report, and those on record.</summary>
    private sealed class PeerMovements(WardReport report, ReferenceData reference)
    {
        private readonly Dictionary<string, List<(UnitKey Ward, decimal Pace)>> _paces = [];
        private ILookup<(UnitKey Ward, string Indicator), Observation>? _others;

        public static FigureMovement? Of(ReportLine line, UnitKey ward, ReferenceData reference) =>
            FigureMovement.Of(reference.Indicator(line.IndicatorCode), line.Numerator!.Value!.Value, line.Denominator?.Value, reference.Period, reference.Earlier(ward, line.IndicatorCode));

        /// <returns>Signed, as a share of the scale; <c>null</c> when fewer than <paramref name="needed"/> other wards are known.</returns>
        public decimal? MedianPace(UnitKey ward, Indicator indicator, int needed)
        {
            if (!_paces.TryGetValue(indicator.Code, out var paces))
            {
                _paces[indicator.Code] = paces = [.. InReport(indicator).Concat(OnRecord(indicator)).OrderBy(p => p.Item2)];
            }

            // In order already, so that a workbook of hundreds of wards is not sorted anew for each of them.
            var others = paces.Where(p => p.Ward != ward).Select(p => p.Pace).ToArray();
            return others.Length < needed ? null : (others[(others.Length - 1) / 2] + others[others.Length / 2]) / 2;
        }

        private IEnumerable<(UnitKey, decimal)> InReport(Indicator indicator) =>
            from line in report.Lines
            where line.IndicatorCode == indicator.Code && line.Numerator?.Value is not null
            let ward = UnitOf(line, reference)
            where ward is not null
            let movement = Of(line, ward.Value, reference)
            where movement is { Scale: > 0 }
            select (ward.Value, movement.PerMonth / movement.Scale);

        private IEnumerable<(UnitKey, decimal)> OnRecord(Indicator indicator) =>
            from figures in _others ??= Others()
            where figures.Key.Indicator == indicator.Code
            let now = figures.First()
            where now.Period == reference.Period && now.Numerator is not null
            let movement = FigureMovement.Of(indicator, now.Numerator!.Value, now.Denominator, reference.Period, figures.Skip(1))
            where movement is { Scale: > 0 }
            select (figures.Key.Ward, movement.PerMonth / movement.Scale);

        /// <summary>The figures of the wards that the report does not speak of, newest first.</summary>
        private ILookup<(UnitKey Ward, string Indicator), Observation> Others()
        {
            var inReport = report.Lines.Select(l => UnitOf(l, reference)).ToHashSet();
            return reference.Peers.Concat(reference.OnRecord).Concat(reference.Previous)
                .Where(o => !inReport.Contains(o.Unit))
                .OrderByDescending(o => o.Period)
                .ToLookup(o => (o.Unit, o.IndicatorCode));
        }
    }
}
