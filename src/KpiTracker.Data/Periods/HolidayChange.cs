using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Periods;

/// <summary>
/// That an administrator added a day off, or took one away; it lies over the days that come with the register's files. The last of a day is in force;
/// nothing is ever changed or removed.
/// </summary>
public sealed class HolidayChange
{
    public int Id { get; set; }

    /// <summary>A weekday: Saturdays and Sundays are no working days anyway.</summary>
    public DateOnly Date { get; set; }

    /// <summary><c>null</c>: offices work on that day.</summary>
    public string? Name { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>The days off that hold: those of the register's files with what was changed since.</summary>
    /// <param name="changes">In the order in which they were made.</param>
    internal static IReadOnlyDictionary<DateOnly, string> Over(IReadOnlyDictionary<DateOnly, string> shipped, IEnumerable<HolidayChange> changes)
    {
        var days = new Dictionary<DateOnly, string>(shipped);
        foreach (var change in changes)
        {
            if (change.Name is { } name)
            {
                days[change.Date] = name;
            }
            else
            {
                days.Remove(change.Date);
            }
        }

        return days;
    }
}

internal sealed class HolidayChangeConfiguration : IEntityTypeConfiguration<HolidayChange>
{
    public void Configure(EntityTypeBuilder<HolidayChange> change)
    {
        change.ToTable("HolidayChanges");
        change.HasIndex(c => c.Date);
    }
}
