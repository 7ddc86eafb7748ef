using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>One step in the review of a ward's report: approved, given back, or re-opened. Nothing here is ever changed; how a report stands is said by <see cref="Submission"/>.</summary>
public sealed class ReviewStep
{
    public int Id { get; set; }

    /// <summary>The revision that it was about.</summary>
    public int SubmissionId { get; set; }

    /// <summary>Never <see cref="ReviewAction.Send"/>: that is the submission itself.</summary>
    public ReviewAction Action { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }

    /// <summary><c>null</c> for an approval.</summary>
    public string? Reason { get; set; }
}

internal sealed class ReviewStepConfiguration : IEntityTypeConfiguration<ReviewStep>
{
    public void Configure(EntityTypeBuilder<ReviewStep> step)
    {
        step.ToTable("ReviewSteps");
        step.HasIndex(s => s.SubmissionId);
        step.HasOne<Submission>().WithMany().HasForeignKey(s => s.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}
