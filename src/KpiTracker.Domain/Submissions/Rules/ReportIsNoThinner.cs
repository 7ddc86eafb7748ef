using KpiTracker.Domain.Figures;

namespace KpiTracker.Domain.Submissions.Rules;

/// <summary>A report takes the place of the one on record as a whole: what it no longer says would be lost, so that is asked first.</summary>
public sealed class ReportIsNoThinner() : ReportRule("R31")
{
    public override IEnumerable<Finding> Check(WardReport report, ReferenceData reference)
    {
        var open = new OpenFigures(report, reference);
        return
            from ward in open.ReportingWards
            let dropped = open.Dropped(ward.Key)
            where dropped.Count > 0
            select Question(PlaceOf(ward), NameOf(ward.Key, reference), FigureText.Count(dropped.Count), string.Join("; ", dropped.Select(code => NameOf(code, reference))))
                with { Unit = ward.Key };
    }
}
