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
}

/// <summary>One stored file, and with it one receipt: what was sent, for which unit and month, by whom and when.</summary>
public sealed class Workbook
{
    public int Id { get; set; }

    /// <summary>As the sender called it; never a path on this machine.</summary>
    public required string FileName { get; set; }

    /// <summary>Of the file's bytes, hexadecimal, lower case.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    /// <summary>The random name under which it lies in <see cref="DataDirectory.Workbooks"/>.</summary>
    public required string StoredName { get; set; }

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
        workbook.HasIndex(w => w.StoredName).IsUnique();
        workbook.HasIndex(w => new { w.UnitId, w.Period });
        workbook.HasOne<OrganisationUnitRow>().WithMany().HasForeignKey(w => w.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
