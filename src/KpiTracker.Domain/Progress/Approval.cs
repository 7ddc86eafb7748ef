namespace KpiTracker.Domain.Progress;

/// <summary>How many of the wards behind a unit's figures have been approved. While some are not, the figures are provisional: the wards may still send others.</summary>
/// <param name="Wards">Approved.</param>
/// <param name="Of">All that make up the unit in the month, reported or not.</param>
public readonly record struct Approval(int Wards, int Of)
{
    public bool IsFinal => Of > 0 && Wards == Of;
}
