using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>One cell that was typed over before a workbook was sent: what the file says, what was sent instead, and who changed it.</summary>
public sealed class SubmissionEdit
{
    public int WorkbookId { get; set; }

    /// <summary>The order in which the edits were made, from 1.</summary>
    public int Position { get; set; }

    public required string Sheet { get; set; }

    public required string Cell { get; set; }

    /// <summary><c>null</c> for a label (a unit's name).</summary>
    public string? IndicatorCode { get; set; }

    public required string Before { get; set; }

    /// <summary>Empty when the cell was cleared.</summary>
    public required string After { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>No foreign key: the record outlives the account.</summary>
    public required string ById { get; set; }

    public required string ByName { get; set; }
}

internal sealed class SubmissionEditConfiguration : IEntityTypeConfiguration<SubmissionEdit>
{
    public void Configure(EntityTypeBuilder<SubmissionEdit> edit)
    {
        edit.ToTable("SubmissionEdits");
        edit.HasKey(e => new { e.WorkbookId, e.Position });
        edit.HasOne<Workbook>().WithMany().HasForeignKey(e => e.WorkbookId).OnDelete(DeleteBehavior.Cascade);
    }
}
