namespace KpiTracker.Documents.Gate;

/// <summary>Leaves the parsing of a hostile or broken file from any depth; never leaves <see cref="WorkbookGate"/>.</summary>
internal sealed class GateRefusal(UnreadableReason reason) : Exception
{
    public UnreadableReason Reason { get; } = reason;
}
