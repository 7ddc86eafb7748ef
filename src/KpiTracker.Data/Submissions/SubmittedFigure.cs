using KpiTracker.Data.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>One figure of one revision, with the cells it was read from. Every revision keeps its own.</summary>
public sealed class SubmittedFigure
{
    public int SubmissionId { get; set; }

    public required string IndicatorCode { get; set; }

    /// <summary>People or things; <c>null</c> when not reported, never zero instead.</summary>
    public long? Numerator { get; set; }

    /// <summary><c>null</c> for a count and when not reported.</summary>
    public long? Denominator { get; set; }

    /// <summary>0–100, only when the sheet gives a percentage without counts.</summary>
    public decimal? Percent { get; set; }

    public required string Sheet { get; set; }

    /// <summary>The cell that a figure on screen leads to: the numerator's, else the percentage's.</summary>
    public required string Cell { get; set; }

    public string? DenominatorCell { get; set; }
}

internal sealed class SubmittedFigureConfiguration : IEntityTypeConfiguration<SubmittedFigure>
{
    public void Configure(EntityTypeBuilder<SubmittedFigure> figure)
    {
        figure.ToTable("SubmittedFigures");
        figure.HasKey(f => new { f.SubmissionId, f.IndicatorCode });
        figure.HasOne<IndicatorRow>().WithMany().HasForeignKey(f => f.IndicatorCode).OnDelete(DeleteBehavior.Restrict);
    }
}
