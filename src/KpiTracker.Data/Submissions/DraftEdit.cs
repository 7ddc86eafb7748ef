using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>One cell typed over in the preview of a draft. The latest of a cell holds; all stay on record. The stored file is never changed.</summary>
public sealed class DraftEdit
{
    public Guid DraftId { get; set; }

    /// <summary>The order of the edits of one draft, from 1.</summary>
    public int Position { get; set; }

    public required string Sheet { get; set; }

    public required string Cell { get; set; }

    /// <summary>The indicator whose figure it was, when it was made; <c>null</c> for a label (a unit's name).</summary>
    public string? IndicatorCode { get; set; }

    /// <summary>What was read there before, as the officer saw it; empty for an empty cell.</summary>
    public required string Before { get; set; }

    /// <summary>What was typed; empty clears the cell.</summary>
    public required string After { get; set; }

    public DateTimeOffset At { get; set; }

    public required string ById { get; set; }

    /// <summary>The editor's name on that day.</summary>
    public required string ByName { get; set; }
}

internal sealed class DraftEditConfiguration : IEntityTypeConfiguration<DraftEdit>
{
    public void Configure(EntityTypeBuilder<DraftEdit> edit)
    {
        edit.ToTable("DraftEdits");
        edit.HasKey(e => new { e.DraftId, e.Position });
        edit.HasOne<ReportDraft>().WithMany().HasForeignKey(e => e.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}
