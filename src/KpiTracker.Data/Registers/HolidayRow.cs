using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Registers;

/// <summary>A weekday on which offices are closed.</summary>
public sealed class HolidayRow
{
    public DateOnly Date { get; set; }

    public required string Name { get; set; }
}

internal sealed class HolidayConfiguration : IEntityTypeConfiguration<HolidayRow>
{
    public void Configure(EntityTypeBuilder<HolidayRow> holiday)
    {
        holiday.ToTable("Holidays");
        holiday.HasKey(h => h.Date);
    }
}
