namespace KpiTracker.Domain.Progress;

/// <summary>How many of the wards stand behind a figure: "19/23 phường đã nộp". It stands on every total.</summary>
public readonly record struct Coverage(int Reported, int Expected)
{
    public bool IsComplete => Reported == Expected;
}
