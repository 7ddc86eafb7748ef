using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Periods;
using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>One ward's report for one month, in one revision. A consolidated workbook makes one for each ward in it.</summary>
public sealed class Submission
{
    public int Id { get; set; }

    /// <summary>Always a ward.</summary>
    public int UnitId { get; set; }

    public ReportingPeriod Period { get; set; }

    /// <summary>1 for the first; a corrected report is the next.</summary>
    public int Revision { get; set; }

    public int WorkbookId { get; set; }

    public ReportLayout Layout { get; set; }

    public DateTimeOffset SubmittedAt { get; set; }

    public required string SubmittedById { get; set; }

    public required string SubmittedByName { get; set; }

    /// <summary>The latest revision. Its figures count, unless it was returned.</summary>
    public bool IsCurrent { get; set; }

    /// <summary>"Không phát sinh": sent, without a figure. Not the same as not sent, and no figure is taken for zero.</summary>
    public bool IsNothingToReport { get; set; }

    /// <summary>The earlier revision that this one puts back in force; <c>null</c> for any other.</summary>
    public int? RestoredFromId { get; set; }

    /// <summary>Why it was put back in force; <c>null</c> for any other.</summary>
    public string? RestoreReason { get; set; }

    /// <summary>When it was given back to be corrected; <c>null</c> when it was not. A returned report's figures do not count.</summary>
    public DateTimeOffset? ReturnedAt { get; set; }

    public string? ReturnedById { get; set; }

    public string? ReturnedByName { get; set; }

    public string? ReturnReason { get; set; }

    /// <summary>When it was approved; <c>null</c> when it was not, or was re-opened since. While it is set, nothing else is taken in for the ward's month.</summary>
    public DateTimeOffset? ApprovedAt { get; set; }

    public string? ApprovedById { get; set; }

    public string? ApprovedByName { get; set; }

    public ReviewState State =>
        ReturnedAt is not null ? ReviewState.Returned
        : ApprovedAt is not null ? ReviewState.Approved
        : ReviewState.Waiting;

    public List<SubmittedFigure> Figures { get; set; } = [];
}

internal sealed class SubmissionConfiguration : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable("Submissions");
        submission.Ignore(s => s.State);
        submission.HasIndex(s => new { s.UnitId, s.Period, s.Revision }).IsUnique();
        // A ward says one thing per month; a corrected report replaces the earlier one.
        submission.HasIndex(s => new { s.UnitId, s.Period }).IsUnique().HasFilter("\"IsCurrent\" = 1").HasDatabaseName("IX_Submissions_Current");
        // Few at any time where reports are approved; written as a query asks, or it would not be used.
        submission.HasIndex(s => new { s.UnitId, s.Period }, "IX_Submissions_Waiting").HasFilter("\"IsCurrent\" AND \"ReturnedAt\" IS NULL AND \"ApprovedAt\" IS NULL");
        submission.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Workbook>().WithMany().HasForeignKey(s => s.WorkbookId).OnDelete(DeleteBehavior.Restrict);
        submission.HasOne<Submission>().WithMany().HasForeignKey(s => s.RestoredFromId).OnDelete(DeleteBehavior.SetNull);
        submission.HasMany(s => s.Figures).WithOne().HasForeignKey(f => f.SubmissionId).OnDelete(DeleteBehavior.Cascade);
    }
}
