using KpiTracker.Domain.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Indicators;

/// <summary>An indicator as it is kept.</summary>
public sealed class IndicatorRow
{
    public required string Code { get; set; }

    /// <summary>The order in which indicators are listed everywhere, from 1.</summary>
    public int Position { get; set; }

    public required string NameVi { get; set; }

    public required string NameEn { get; set; }

    public required string ShortNameVi { get; set; }

    public required string ShortNameEn { get; set; }

    public IndicatorKind Kind { get; set; }

    public Accumulation Accumulation { get; set; }

    public required string NumeratorVi { get; set; }

    /// <summary>Empty for a count.</summary>
    public required string DenominatorVi { get; set; }

    public required string UnitOfMeasureVi { get; set; }

    public List<string> Synonyms { get; set; } = [];
}

internal sealed class IndicatorConfiguration : IEntityTypeConfiguration<IndicatorRow>
{
    public void Configure(EntityTypeBuilder<IndicatorRow> indicator)
    {
        indicator.ToTable("Indicators");
        indicator.HasKey(i => i.Code);
    }
}
