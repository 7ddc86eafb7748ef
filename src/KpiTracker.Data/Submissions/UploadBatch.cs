using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>Many files sent at once for the wards of one unit: each is read, checked and confirmed on its own. The job lives here, so it survives a closed tab and a restart.</summary>
public sealed class UploadBatch
{
    public Guid Id { get; set; }

    /// <summary>The unit inside which each file's ward is looked for.</summary>
    public int UnitId { get; set; }

    public ReportingPeriod Period { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>In whose name the job works: who sent the files, then whoever last acted on them while nothing was being confirmed.</summary>
    public required string AccountId { get; set; }

    /// <summary>When the sender last asked for all good files to be confirmed; <c>null</c> until then.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }

    public List<BatchFile> Files { get; set; } = [];
}

/// <summary>How far one file of a batch has come.</summary>
public enum BatchFileState
{
    /// <summary>Received, not read yet.</summary>
    Waiting,

    /// <summary>Nothing stands against it: it will be confirmed with the others.</summary>
    Good,

    /// <summary>Its confirmation was asked for and has not been reached yet.</summary>
    Confirming,

    /// <summary>Questions are open, which its draft shows; or another file of the batch is for the same ward.</summary>
    Questioned,

    /// <summary>Errors; its draft shows them.</summary>
    Rejected,

    /// <summary>No workbook, or no table in it.</summary>
    Unreadable,

    /// <summary>It does not say for which ward it is.</summary>
    UnitUnknown,

    /// <summary>On record.</summary>
    Kept,

    /// <summary>It says what is on record already.</summary>
    Unchanged,

    /// <summary>Something broke on our side, or the right to send is gone; it can be tried again.</summary>
    Failed,

    /// <summary>Not taken: no workbook, or the sender left it out.</summary>
    LeftOut,
}

public sealed class BatchFile
{
    public Guid BatchId { get; set; }

    /// <summary>The order in which the files were sent, from 1.</summary>
    public int Position { get; set; }

    public required string FileName { get; set; }

    /// <summary>The draft that holds the file; <c>null</c> when it was not even stored (too large).</summary>
    public Guid? DraftId { get; set; }

    /// <summary>The unit it turned out to be for; <c>null</c> while that is not known.</summary>
    public int? UnitId { get; set; }

    public BatchFileState State { get; set; }

    /// <summary>Key of the sentence that says why, for what could not be read or stored; else <c>null</c>.</summary>
    public string? Reason { get; set; }

    public int Errors { get; set; }

    public int Questions { get; set; }

    public int Warnings { get; set; }

    /// <summary>Indicators read, over all wards of the file.</summary>
    public int Figures { get; set; }
}

internal sealed class UploadBatchConfiguration : IEntityTypeConfiguration<UploadBatch>
{
    public void Configure(EntityTypeBuilder<UploadBatch> batch)
    {
        batch.ToTable("UploadBatches");
        batch.Property(b => b.Id).ValueGeneratedNever();
        batch.HasIndex(b => b.ReceivedAt);
        batch.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(b => b.UnitId).OnDelete(DeleteBehavior.Restrict);
        batch.HasMany(b => b.Files).WithOne().HasForeignKey(f => f.BatchId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class BatchFileConfiguration : IEntityTypeConfiguration<BatchFile>
{
    public void Configure(EntityTypeBuilder<BatchFile> file)
    {
        file.ToTable("BatchFiles");
        file.HasKey(f => new { f.BatchId, f.Position });
        file.HasIndex(f => f.State);
        file.HasOne<ReportDraft>().WithMany().HasForeignKey(f => f.DraftId).OnDelete(DeleteBehavior.SetNull);
        file.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(f => f.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
