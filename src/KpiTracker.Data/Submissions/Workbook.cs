using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KpiTracker.Data.Submissions;

/// <summary>How a workbook came in.</summary>
public enum WorkbookOrigin
{
    Web,
    CommandLine,
    Sample,

    /// <summary>"Không phát sinh": nothing to report, and no file.</summary>
    NothingToReport,

    /// <summary>An earlier revision put back in force; the file is that revision's.</summary>
    Restored,
}

/// <summary>One sending, and with it one receipt: which file, for which unit and month, by whom and when.</summary>
public sealed class Workbook
{
    public int Id { get; set; }

    /// <summary>As the sender called it; never a path on this machine. <c>null</c> when no file was sent.</summary>
    public string? FileName { get; set; }

    /// <summary>Of the file's bytes, hexadecimal, lower case; <c>null</c> when no file was sent.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Bytes; 0 when no file was sent.</summary>
    public long Size { get; set; }

    /// <summary>The random name under which it lies in <see cref="DataDirectory.Workbooks"/>; <c>null</c> when no file was sent. A restored revision shares its file with the earlier one.</summary>
    public string? StoredName { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>No foreign key: the report outlives the account.</summary>
    public required string SentById { get; set; }

    /// <summary>The sender's name on that day.</summary>
    public required string SentByName { get; set; }

    /// <summary>The unit it was sent for: a ward, or the district or area of a consolidated workbook.</summary>
    public int UnitId { get; set; }

    public ReportingPeriod Period { get; set; }

    public WorkbookOrigin Origin { get; set; }
}

internal sealed class WorkbookConfiguration : IEntityTypeConfiguration<Workbook>
{
    public void Configure(EntityTypeBuilder<Workbook> workbook)
    {
        workbook.ToTable("Workbooks");
        workbook.HasIndex(w => w.StoredName);
        workbook.HasIndex(w => new { w.UnitId, w.Period });
        workbook.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(w => w.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
