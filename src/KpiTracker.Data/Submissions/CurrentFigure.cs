using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>
/// The figure that counts: one per ward, month and indicator, kept in the same transaction as the submission it comes from.
/// Everything that adds up or draws asks this table. A returned report has no rows here.
/// </summary>
public sealed class CurrentFigure
{
    public int UnitId { get; set; }

    public ReportingPeriod Period { get; set; }

    public required string IndicatorCode { get; set; }

    public long? Numerator { get; set; }

    public long? Denominator { get; set; }

    /// <summary>0–100, only when the ward sent a percentage without counts: shown, never added.</summary>
    public decimal? Percent { get; set; }

    public int SubmissionId { get; set; }
}

internal sealed class CurrentFigureConfiguration : IEntityTypeConfiguration<CurrentFigure>
{
    public void Configure(EntityTypeBuilder<CurrentFigure> figure)
    {
        figure.ToTable("CurrentFigures");
        // Ward first, then month: a dashboard seeks one range per ward and reads nothing else.
        figure.HasKey(f => new { f.UnitId, f.Period, f.IndicatorCode });
        figure.HasIndex(f => f.SubmissionId);
        figure.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
        figure.HasOne<Submission>().WithMany().HasForeignKey(f => f.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}
