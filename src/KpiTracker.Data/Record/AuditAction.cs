namespace KpiTracker.Data.Record;

/// <summary>
/// What was done. Kept as text in the record: a name once used is never changed and never given another meaning. Each has its sentence in the page's texts.
/// </summary>
public enum AuditAction
{
    SignedIn,

    /// <summary>A name with a wrong password, an unknown name, or an account that is shut or locked.</summary>
    SignInFailed,
    SignedOut,

    /// <summary>A workbook was put on record.</summary>
    ReportSent,

    /// <summary>"Không phát sinh".</summary>
    NothingToReportSent,
    ReportReturned,
    ReportApproved,

    /// <summary>An approved month was opened again.</summary>
    ReportReopened,

    /// <summary>A ward, or all wards of a unit, were given more time for a month; or it was taken back.</summary>
    DueDateExtended,

    /// <summary>A reminder was put into the outbox, for an officer of a ward that owes a report.</summary>
    ReminderMailed,

    /// <summary>An earlier revision was put back in force.</summary>
    ReportRestored,

    /// <summary>Cells of a draft were typed over.</summary>
    CellsEdited,
    LabelsExplained,
    LabelForgotten,
    DraftDiscarded,

    BatchReceived,

    /// <summary>The sending of a batch's good files was asked for; what comes of it is recorded for each file.</summary>
    BatchConfirmed,
    BatchDiscarded,

    ThresholdsSet,

    /// <summary>The campaign's first month, the day on which months close, the working days to send.</summary>
    PeriodRulesSet,

    /// <summary>A day off was added, named otherwise, or taken away.</summary>
    HolidaySet,

    /// <summary>Units, indicators, targets and holidays were taken over from the register's files.</summary>
    RegistersImported,
    SnapshotFrozen,

    /// <summary>A file was taken out of the system: a summary, a table, a workbook.</summary>
    FileTaken,

    SetUp,
    AccountMade,
    AccountInvited,
    InvitationRenewed,

    /// <summary>A link was put into the outbox, for the address of the account.</summary>
    InvitationMailed,
    AccountChanged,
    AccountShut,
    AccountOpened,

    /// <summary>Somebody set a password by a link.</summary>
    PasswordSet,

    /// <summary>On the command line.</summary>
    PasswordReset,

    /// <summary>By the owner, who knew the old one.</summary>
    PasswordChanged,
    SignedOutEverywhere,
    SecondFactorTurnedOn,
    SecondFactorTurnedOff,

    /// <summary>By an administrator.</summary>
    SecondFactorReset,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    PasskeyAdded,
    PasskeyRemoved,

    /// <summary>Which roles must have a second factor was set.</summary>
    SecondFactorRequired,

    BackupMade,

    /// <summary>The database was put back from a backup: what was recorded after it stands in the folder that was moved aside.</summary>
    DatabaseRestored,
    SampleDataLoaded,
    SampleDataRemoved,

    /// <summary>What a sample account had decided about a real report was taken back when the sample data were removed.</summary>
    SampleDecisionTakenBack,
}
