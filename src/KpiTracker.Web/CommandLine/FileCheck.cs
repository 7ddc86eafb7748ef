using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.CommandLine;

/// <summary>Reads and checks one file and stores nothing: it needs registers, and neither server nor database.</summary>
/// <param name="mappings">What is remembered of the unit's labels; empty without a database.</param>
internal sealed class FileCheck(ReferenceData reference, IReadOnlyList<LabelMapping> mappings, CultureInfo language)
{
    private readonly WardWorkbookReader _reader = new();

    public ImportResult Run(string file)
    {
        if (!TryOpen(file, out var stream, out var notOpened))
        {
            return notOpened;
        }

        using (stream)
        {
            var context = new ReadingContext(reference.Units, reference.Indicators, reference.Unit, reference.Period) { Mappings = mappings };
            return _reader.Read(stream, Path.GetFileName(file), context) switch
            {
                WorkbookReading.Recognised recognised => ResultOf(file, ReportCheck.Run(recognised.Report, reference)),
                WorkbookReading.Unreadable unreadable => Unreadable(file, unreadable.Reason),
                _ => throw new InvalidOperationException("A reading has two endings."),
            };
        }
    }

    /// <param name="notOpened">The result to print when there is nothing to open.</param>
    public bool TryOpen(string file, [NotNullWhen(true)] out Stream? stream, [NotNullWhen(false)] out ImportResult? notOpened)
    {
        try
        {
            (stream, notOpened) = (File.OpenRead(file), null);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var key = e is FileNotFoundException or DirectoryNotFoundException ? "FileNotFound" : "FileNotOpened";
            (stream, notOpened) = (null, NotRead(file, key, file));
            return false;
        }
    }

    /// <param name="key">The finding's code, and the key of its sentence.</param>
    public ImportResult NotRead(string file, string key, params IReadOnlyList<string> arguments) =>
        ImportResult.NotRead(file, reference.Unit, reference.Period, key, CommandLineTexts.Print(language, key, arguments));

    public ImportResult Unreadable(string file, UnreadableReason reason) =>
        ImportResult.NotRead(file, reference.Unit, reference.Period, reason.ToString(), reason.Sentence(language));

    public ImportResult ResultOf(string file, CheckedReport report) => new(
        file,
        report.Outcome switch
        {
            CheckOutcome.Rejected => ImportOutcome.Rejected,
            // As in the intake: a report that says nothing is not taken.
            _ when report.Observations.Count == 0 => ImportOutcome.Rejected,
            CheckOutcome.Questioned => ImportOutcome.Questioned,
            _ => ImportOutcome.Accepted,
        },
        reference.Unit.Code,
        reference.Period,
        report.Report.Layout,
        report.Observations,
        [.. report.Findings.Select(f => new PrintedFinding(f.Code, f.Severity, f.Cell, $"{f.Message(language)} {f.Mend(language)}"))]);
}
