using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Registers;

/// <summary>That an administrator set when months close and reports are due. Nothing is ever changed or removed: a later change for the same month takes its place.</summary>
public sealed class PeriodRuleChange
{
    public int Id { get; set; }

    /// <summary>The first month it holds for.</summary>
    public ReportingPeriod From { get; set; }

    /// <summary>As in <see cref="PeriodRule"/>; <c>null</c> closes on the last day of the month.</summary>
    public int? ClosingDay { get; set; }

    public int WorkingDaysToSend { get; set; }

    /// <summary>The campaign begins with that month: whatever was set for months before it holds no more.</summary>
    public bool BeginsCampaign { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }

    public PeriodRule Rule => new(From, ClosingDay, WorkingDaysToSend);

    /// <summary>The rules that hold, in the order of time; <see cref="PeriodRule.CalendarMonths"/> begins the campaign when nobody has set a beginning.</summary>
    /// <param name="changes">In the order in which they were made.</param>
    public static IReadOnlyList<PeriodRule> InForce(IReadOnlyList<PeriodRuleChange> changes)
    {
        var beginning = changes.LastOrDefault(c => c.BeginsCampaign)?.Rule ?? PeriodRule.CalendarMonths;
        var later = changes.Where(c => c.From > beginning.From).GroupBy(c => c.From).Select(same => same.Last().Rule);
        var first = changes.LastOrDefault(c => c.From == beginning.From)?.Rule ?? beginning;
        return [first, .. later.OrderBy(r => r.From)];
    }
}

internal sealed class PeriodRuleChangeConfiguration : IEntityTypeConfiguration<PeriodRuleChange>
{
    public void Configure(EntityTypeBuilder<PeriodRuleChange> change)
    {
        change.ToTable("PeriodRuleChanges");
        change.Ignore(c => c.Rule);
    }
}
