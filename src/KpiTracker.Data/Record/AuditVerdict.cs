namespace KpiTracker.Data.Record;

/// <summary>What is wrong with a line of the record.</summary>
public enum AuditFault
{
    /// <summary>A line is missing: the number before it is not followed by its own.</summary>
    Missing,

    /// <summary>It does not follow from the line before: that one was changed, or this one was put in its place.</summary>
    DoesNotFollow,

    /// <summary>Its hash is not that of what it says.</summary>
    Changed,

    /// <summary>It is known from elsewhere with another hash: all that follows was written anew.</summary>
    Rewritten,

    /// <summary>It is known from elsewhere, and the record ends before it.</summary>
    CutOff,
}

/// <summary>How the verification of the record ended.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict()
    {
    }

    /// <param name="Head">To be kept elsewhere: it shows a later cutting off.</param>
    public sealed record Whole(AuditHead Head) : AuditVerdict;

    /// <param name="Sequence">Of the first line that is not as it was written.</param>
    /// <param name="Witness">Where the line is known from; <c>null</c> when the record itself shows it.</param>
    public sealed record Broken(long Sequence, AuditFault Fault, string? Witness) : AuditVerdict
    {
        /// <summary>The restore that explains it, if the witness is from before it, which nobody knows here; <c>null</c> when there was none.</summary>
        public AuditRestore? Restore { get; init; }
    }
}

/// <summary>A line of the record that is known from elsewhere.</summary>
/// <param name="At">When it was the last one; <c>null</c> when that is not known.</param>
/// <param name="Name">Where it is known from: a backup's file name.</param>
public sealed record AuditWitness(AuditHead Head, DateTimeOffset? At, string Name);

/// <summary>A line that says that the database was put back from a backup.</summary>
/// <param name="Backup">The file's name.</param>
public sealed record AuditRestore(long Sequence, DateTimeOffset At, string Backup);
