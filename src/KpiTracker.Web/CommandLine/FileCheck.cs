using System.Globalization;
using KpiTracker.Documents.Gate;
using KpiTracker.Documents.Reading;
using KpiTracker.Domain.Submissions;

namespace KpiTracker.Web.CommandLine;

/// <summary>Reads and checks one file and stores nothing: it needs registers, and neither server nor database.</summary>
internal sealed class FileCheck(ReferenceData reference, CultureInfo language)
{
    private readonly WardWorkbookReader _reader = new();

    public ImportResult Run(string file)
    {
        Stream stream;
        try
        {
            stream = File.OpenRead(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return NotOpened(file, e);
        }

        using (stream)
        {
            var context = new ReadingContext(reference.Units, reference.Indicators, reference.Unit, reference.Period);
            return _reader.Read(stream, Path.GetFileName(file), context) switch
            {
                WorkbookReading.Recognised recognised => ResultOf(file, ReportCheck.Run(recognised.Report, reference)),
                WorkbookReading.Unreadable unreadable => Unreadable(file, unreadable.Reason),
                _ => throw new InvalidOperationException("A reading has two endings."),
            };
        }
    }

    public ImportResult NotOpened(string file, Exception reason)
    {
        var key = reason is FileNotFoundException or DirectoryNotFoundException ? "FileNotFound" : "FileNotOpened";
        return ImportResult.NotRead(file, reference.Unit, reference.Period, key, CommandLineTexts.Print(language, key, file));
    }

    public ImportResult Unreadable(string file, UnreadableReason reason) =>
        ImportResult.NotRead(file, reference.Unit, reference.Period, reason.ToString(), reason.Sentence(language));

    public ImportResult ResultOf(string file, CheckedReport report) => new(
        file,
        report.Outcome switch
        {
            CheckOutcome.Rejected => ImportOutcome.Rejected,
            CheckOutcome.Questioned => ImportOutcome.Questioned,
            _ => ImportOutcome.Accepted,
        },
        reference.Unit.Code,
        reference.Period,
        report.Report.Layout,
        report.Observations,
        [.. report.Findings.Select(f => new PrintedFinding(f.Code, f.Severity, f.Cell, $"{f.Message(language)} {f.Mend(language)}"))]);
}
