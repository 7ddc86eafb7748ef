using KpiTracker.Domain.Figures;
using KpiTracker.Domain.OrganisationUnits;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// No unit bears this name in the month; the nearest names are offered, none is assumed. Where name and code are two units', as when one
/// column was moved by a row, or title and sheet name are, neither is taken.
/// </summary>
public sealed class UnitIsKnown() : ReportRule("R17")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        Unknown(report, reference, new DistinctNames(reference)).Concat(Contradicted(report, new DistinctNames(reference)));

    private IEnumerable<Finding> Unknown(WardReport report, ReferenceData reference, DistinctNames names) =>
        from line in report.Lines
        where line.Unit is { Unit: null }
        group line by line.Unit!.Cell into lines
        let mention = lines.First().Unit!
        select OfAnotherTime(mention, reference) ?? Error(mention.Cell, FigureText.Quoted(mention.Written), string.Join(", ", mention.Nearest.Select(names.Of)));

    /// <summary>A ward that was merged or split is named with what became of it.</summary>
    private Finding? OfAnotherTime(UnitMention mention, ReferenceData reference)
    {
        if (mention.OfAnotherTime is not { } former)
        {
            return null;
        }

        var became = reference.Units.Successions
            .Where(s => s.From == former.Key && s.Portion != SuccessionPortion.AreaOnly)
            .Select(s => reference.Units.Find(s.To))
            .OfType<OrganisationUnit>()
            .Where(u => u.IsValidIn(reference.Period))
            .Select(u => u.NameWithKind)
            .ToList();
        return became.Count > 0
            ? Error(mention.Cell, FigureText.Quoted(mention.Written), FigureText.Period(reference.Period), string.Join(", ", became)) with { TextKey = $"{Code}.former" }
            : Error(mention.Cell, FigureText.Quoted(mention.Written), FigureText.Period(reference.Period), string.Join(", ", mention.Nearest.Select(u => u.NameWithKind))) with { TextKey = $"{Code}.time" };
    }

    private IEnumerable<Finding> Contradicted(WardReport report, DistinctNames names) =>
        from line in report.Lines
        where line.Unit is { Rival: not null }
        group line by line.Unit!.Cell into lines
        let mention = lines.First().Unit!
        let rival = mention.Rival!
        select Error(mention.Cell, FigureText.Quoted(mention.Written), FigureText.Quoted(rival.Written), names.Of(rival.Unit)) with { TextKey = rival.IsCode ? $"{Code}.code" : $"{Code}.sheet", Unit = mention.Unit };
}
