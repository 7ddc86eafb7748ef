using KpiTracker.Data.Accounts;
using KpiTracker.Data.Indicators;
using KpiTracker.Data.Messages;
using KpiTracker.Data.OrganisationUnits;
using KpiTracker.Data.Periods;
using KpiTracker.Data.Progress;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Storage;
using KpiTracker.Data.Submissions;
using KpiTracker.Domain.Periods;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace KpiTracker.Data;

/// <summary>The database. One context per operation, from the factory; periods, days and enums are kept as text.</summary>
public sealed class KpiTrackerDbContext(DbContextOptions<KpiTrackerDbContext> options) : IdentityUserContext<Account>(options)
{
    public DbSet<AccountScope> AccountScopes => Set<AccountScope>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<SignInWait> SignInWaits => Set<SignInWait>();

    public DbSet<RequiredSecondFactor> RequiredSecondFactors => Set<RequiredSecondFactor>();

    public DbSet<OrganisationUnitRow> OrganisationUnits => Set<OrganisationUnitRow>();

    public DbSet<SuccessionRow> Successions => Set<SuccessionRow>();

    public DbSet<IndicatorRow> Indicators => Set<IndicatorRow>();

    public DbSet<TargetRow> Targets => Set<TargetRow>();

    public DbSet<HolidayRow> Holidays => Set<HolidayRow>();

    public DbSet<HolidayChange> HolidayChanges => Set<HolidayChange>();

    public DbSet<PeriodRuleChange> PeriodRuleChanges => Set<PeriodRuleChange>();

    public DbSet<OutgoingMessage> OutgoingMessages => Set<OutgoingMessage>();

    public DbSet<Workbook> Workbooks => Set<Workbook>();

    public DbSet<Submission> Submissions => Set<Submission>();

    public DbSet<SubmittedFigure> SubmittedFigures => Set<SubmittedFigure>();

    public DbSet<CurrentFigure> CurrentFigures => Set<CurrentFigure>();

    public DbSet<FigureSeries> FigureSeries => Set<FigureSeries>();

    public DbSet<SubmissionFinding> SubmissionFindings => Set<SubmissionFinding>();

    public DbSet<ReviewStep> ReviewSteps => Set<ReviewStep>();

    public DbSet<DueExtensionRow> DueExtensions => Set<DueExtensionRow>();

    public DbSet<ReportDraft> ReportDrafts => Set<ReportDraft>();

    public DbSet<DraftEdit> DraftEdits => Set<DraftEdit>();

    public DbSet<SubmissionEdit> SubmissionEdits => Set<SubmissionEdit>();

    public DbSet<LabelMappingRow> LabelMappings => Set<LabelMappingRow>();

    public DbSet<UploadBatch> UploadBatches => Set<UploadBatch>();

    public DbSet<BatchFile> BatchFiles => Set<BatchFile>();

    public DbSet<ThresholdChange> ThresholdChanges => Set<ThresholdChange>();

    public DbSet<Snapshot> Snapshots => Set<Snapshot>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    internal DbSet<RegisterVersion> RegisterVersions => Set<RegisterVersion>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<ReportingPeriod>().HaveConversion<PeriodText>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<MomentText>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(KpiTrackerDbContext).Assembly);
    }
}
