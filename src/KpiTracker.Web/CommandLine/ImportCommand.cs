using KpiTracker.Data;
using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Data.Submissions;
using KpiTracker.Documents.Gate;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Domain.Submissions;
using KpiTracker.Web.Features.Submissions;

namespace KpiTracker.Web.CommandLine;

/// <summary>Takes files in, or only checks them: then no database is needed, and one that is there gives the figures on record.</summary>
internal sealed class ImportCommand(DataDirectory directory, Registers registers, ReportReading reading, SubmissionIntake intake)
{
    /// <summary>Who is on record as the sender.</summary>
    public const string SenderId = "command-line";

    public async Task<int> RunAsync(CommandRequest.Import request, CommandConsole console)
    {
        var hasDatabase = File.Exists(directory.DatabaseFile);
        var snapshot = hasDatabase ? await registers.CurrentAsync() : RegisterSnapshot.FromFiles();
        if (snapshot.Units.FindInSeries(request.UnitCode, request.Period) is not { } unit)
        {
            console.Complain("UnknownUnit", request.UnitCode, request.Period.ToString());
            return ExitCodes.BadArguments;
        }

        var reference = hasDatabase
            ? await reading.ReferenceAsync(snapshot, unit, request.Period, CancellationToken.None)
            : new ReferenceData(snapshot.Units, snapshot.Indicators, unit, request.Period, []);
        var mappings = hasDatabase ? await reading.MappingsAsync(snapshot, unit, CancellationToken.None) : [];
        var check = new FileCheck(reference, mappings, console.Language);
        List<ImportResult> results = [];
        foreach (var file in request.Files)
        {
            results.Add(request.CheckOnly ? check.Run(file) : await TakeAsync(file, unit, check, request, console));
        }

        Print(results, request, console);
        return results.TrueForAll(r => r.Outcome == ImportOutcome.Accepted) ? ExitCodes.Done : ExitCodes.NotDone;
    }

    private static void Print(List<ImportResult> results, CommandRequest.Import request, CommandConsole console)
    {
        if (!request.Json)
        {
            ImportText.Print(results, request.CheckOnly, console);
            return;
        }

        console.Out.WriteLine(ImportJson.Print(results));
        foreach (var unchanged in results.Where(r => r.IsUnchanged))
        {
            console.Complain("Import.Unchanged", unchanged.File, "");
        }
    }

    private async Task<ImportResult> TakeAsync(string file, OrganisationUnit unit, FileCheck check, CommandRequest.Import request, CommandConsole console)
    {
        if (!check.TryOpen(file, out var stream, out var notOpened))
        {
            return notOpened;
        }

        await using (stream)
        {
            var sender = new Officer(SenderId, CommandLineTexts.Print(console.Language, "Import.SentBy"), AccountRole.Administrator, unit.Key);
            var report = new IncomingReport(stream, Path.GetFileName(file), unit.Key, request.Period, WorkbookOrigin.CommandLine);
            return await intake.TakeAsync(report, SubmissionAnswers.None, sender, CancellationToken.None) switch
            {
                SubmissionOutcome.Accepted { Report: { } read } => check.ResultOf(file, read) with { Outcome = ImportOutcome.Accepted },
                SubmissionOutcome.Unchanged { Report: { } read } => check.ResultOf(file, read) with { Outcome = ImportOutcome.Accepted, IsUnchanged = true },
                SubmissionOutcome.Rejected rejected => check.ResultOf(file, rejected.Report) with { Outcome = ImportOutcome.Rejected },
                SubmissionOutcome.Questioned questioned => check.ResultOf(file, questioned.Report),
                SubmissionOutcome.Unreadable unreadable => check.Unreadable(file, unreadable.Reason),
                SubmissionOutcome.Refused { Reason: SubmissionRefusal.PeriodNotBegun } => check.NotRead(file, "PeriodNotBegun", request.Period.ToString()),
                SubmissionOutcome.Refused { Reason: SubmissionRefusal.TooLarge } => check.Unreadable(file, UnreadableReason.TooLarge),
                var other => throw new InvalidOperationException($"An import cannot end as {other}."),
            };
        }
    }
}
