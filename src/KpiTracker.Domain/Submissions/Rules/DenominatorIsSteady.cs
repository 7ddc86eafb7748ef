using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// A whole that changes by more than a tenth within a month deserves a second look. One that is five times what it was, or a fifth, is most likely
/// a digit too many or too few and is asked about; so is one far beyond all neighbours' where the ward has no past.
/// </summary>
public sealed class DenominatorIsSteady() : ReportRule("R23")
{
    private const decimal GreatestChange = 0.10m;

    /// <summary>Times as many, or as few, from which on a digit is most likely wrong.</summary>
    private const decimal FarOff = 5;

    /// <summary>Wards differ in size, so only far beyond the largest or smallest neighbour is odd.</summary>
    private const decimal FarFromNeighbours = 10;
    private const int NeighboursNeeded = 3;

    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var neighbours = reference.Peers.Where(p => p.Denominator > 0).ToLookup(p => p.IndicatorCode);
        return report.Lines.Select(line => Found(line, neighbours, reference)).OfType<Finding>();
    }

    private Finding? Found(ReportLine line, ILookup<string, Indicators.Observation> neighbours, ReferenceData reference)
    {
        var unit = UnitOf(line, reference);
        if (line.Denominator is not { Value: > 0 and { } now } whole)
        {
            return null;
        }

        var name = NameOf(line.IndicatorCode, reference);
        if (reference.Earlier(unit, line.IndicatorCode).FirstOrDefault(o => o.Denominator is > 0) is { Denominator: { } then } before)
        {
            IReadOnlyList<string> arguments = [name, FigureText.Count(then), FigureText.Count(now), FigureText.Period(before.Period)];
            return now >= then * FarOff || now * FarOff <= then ? About(Question(whole.Cell, arguments) with { TextKey = $"{Code}.far" }, line, reference)
                : Math.Abs(now - then) > then * GreatestChange ? About(Warning(whole.Cell, arguments), line, reference)
                : null;
        }

        var others = neighbours[line.IndicatorCode].Where(o => o.Unit != unit).Select(o => o.Denominator!.Value).ToList();
        return others.Count >= NeighboursNeeded && (now >= others.Max() * FarFromNeighbours || now * FarFromNeighbours <= others.Min())
            ? About(Question(whole.Cell, name, FigureText.Count(now), FigureText.Count(others.Min()), FigureText.Count(others.Max())) with { TextKey = $"{Code}.peers" }, line, reference)
            : null;
    }
}
