namespace KpiTracker.Domain.Progress;

/// <summary>How many of the wards expected to report have done so, and how many of them on time. Late is judged on the first accepted revision.</summary>
public readonly record struct ReportingRate(int Expected, int Reported, int OnTime)
{
    /// <summary>0–100; <c>null</c> when nobody is expected.</summary>
    public decimal? ReportedPercent => PercentOf(Reported);

    /// <summary>0–100, of all that are expected, so that it never exceeds <see cref="ReportedPercent"/>; <c>null</c> when nobody is expected.</summary>
    public decimal? OnTimePercent => PercentOf(OnTime);

    public int Late => Reported - OnTime;

    public int Missing => Expected - Reported;

    private decimal? PercentOf(int count) => Expected == 0 ? null : count * 100m / Expected;
}
