namespace KpiTracker.Domain.Submissions;

/// <summary>That a ward's month was approved and is closed.</summary>
/// <param name="ApprovedAt">In Việt Nam's time.</param>
public sealed record MonthLock(string ApprovedByName, DateTimeOffset ApprovedAt);
