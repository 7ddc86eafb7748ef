using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>
/// No unit bears this name in the month; the nearest names are offered, none is assumed. Where name and code are two units', as when one
/// column was moved by a row, or title and sheet name are, neither is taken.
/// </summary>
public sealed class UnitIsKnown() : ReportRule("R17")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference) =>
        Unknown(report, new DistinctNames(reference)).Concat(Contradicted(report, new DistinctNames(reference)));

    private IEnumerable<Finding> Unknown(WardReport report, DistinctNames names) =>
        from line in report.Lines
        where line.Unit is { Unit: null }
        group line by line.Unit!.Cell into lines
        let mention = lines.First().Unit!
        select Error(mention.Cell, FigureText.Quoted(mention.Written), string.Join(", ", mention.Nearest.Select(names.Of)));

    private IEnumerable<Finding> Contradicted(WardReport report, DistinctNames names) =>
        from line in report.Lines
        where line.Unit is { Rival: not null }
        group line by line.Unit!.Cell into lines
        let mention = lines.First().Unit!
        let rival = mention.Rival!
        select Error(mention.Cell, FigureText.Quoted(mention.Written), FigureText.Quoted(rival.Written), names.Of(rival.Unit)) with { TextKey = rival.IsCode ? $"{Code}.code" : $"{Code}.sheet", Unit = mention.Unit };
}
