using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A consolidated workbook without some of the unit's wards: said once, by name. What those wards sent themselves stays as it is.</summary>
public sealed class EveryWardIsThere() : ReportRule("R32")
{
    /// <summary>More names than that help nobody.</summary>
    private const int MostNamed = 30;

    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        if (reference.Unit.IsWard)
        {
            return [];
        }

        var named = report.Lines.Select(l => UnitOf(l, reference)).OfType<OrganisationUnits.UnitKey>().ToHashSet();
        var wards = reference.Units.WardsOf(reference.Unit.Key, reference.Period);
        var missing = wards.Where(w => !named.Contains(w.Key)).Select(w => w.NameWithKind).ToList();
        // Not one ward: that is another finding's matter.
        return missing.Count == 0 || missing.Count == wards.Count
            ? []
            : [Warning(null, FigureText.Count(missing.Count), FigureText.Count(wards.Count), string.Join(", ", missing.Take(MostNamed)) + (missing.Count > MostNamed ? ", …" : string.Empty))];
    }
}
