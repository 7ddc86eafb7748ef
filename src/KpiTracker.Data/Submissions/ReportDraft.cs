using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>An upload that waits to be confirmed. It holds no figures: they are read from the file afresh each time.</summary>
public sealed class ReportDraft
{
    /// <summary>Random, so that it cannot be guessed from another.</summary>
    public Guid Id { get; set; }

    public int UnitId { get; set; }

    public ReportingPeriod Period { get; set; }

    public required string FileName { get; set; }

    public required string Sha256 { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>The random name under which it lies in <see cref="DataDirectory.Drafts"/>.</summary>
    public required string StoredName { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public required string AccountId { get; set; }

    /// <summary>The receipt it was answered with; a second confirmation is answered with the same one.</summary>
    public int? ReceiptId { get; set; }

    /// <summary>Whether that receipt is an earlier one, because nothing had changed.</summary>
    public bool WasUnchanged { get; set; }
}

internal sealed class ReportDraftConfiguration : IEntityTypeConfiguration<ReportDraft>
{
    public void Configure(EntityTypeBuilder<ReportDraft> draft)
    {
        draft.ToTable("ReportDrafts");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.HasIndex(d => d.ReceivedAt);
        draft.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        draft.HasOne<Workbook>().WithMany().HasForeignKey(d => d.ReceiptId).OnDelete(DeleteBehavior.Cascade);
    }
}
