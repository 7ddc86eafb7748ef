using KpiTracker.Domain.Submissions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>What was found in an accepted workbook and how it was answered; kept with the file, since one finding may concern several wards.</summary>
public sealed class SubmissionFinding
{
    public int WorkbookId { get; set; }

    /// <summary>The order in which findings were shown, from 1.</summary>
    public int Position { get; set; }

    public required string Code { get; set; }

    public Severity Severity { get; set; }

    /// <summary><c>null</c> when it concerns the whole file.</summary>
    public string? Sheet { get; set; }

    public string? Cell { get; set; }

    /// <summary>Key in <c>FindingTexts</c>: the sentence is printed in the reader's language.</summary>
    public required string TextKey { get; set; }

    public List<string> Arguments { get; set; } = [];

    public string? IndicatorCode { get; set; }

    /// <summary>What the sender answered to a question; <c>null</c> for a warning.</summary>
    public string? Answer { get; set; }

    public string? AnsweredByName { get; set; }
}

internal sealed class SubmissionFindingConfiguration : IEntityTypeConfiguration<SubmissionFinding>
{
    public void Configure(EntityTypeBuilder<SubmissionFinding> finding)
    {
        finding.ToTable("SubmissionFindings");
        finding.HasKey(f => new { f.WorkbookId, f.Position });
        finding.HasOne<Workbook>().WithMany().HasForeignKey(f => f.WorkbookId).OnDelete(DeleteBehavior.Cascade);
    }
}
