using KpiTracker.Data.Accounts;
using KpiTracker.Data.Record;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Web.Features.Summaries;

namespace KpiTracker.Web.CommandLine;

/// <summary>Writes a unit's summary to a file: the same workbook that the page lets one download.</summary>
internal sealed class ExportCommand(SummaryExport export, Registers registers, AuditTrail audit)
{
    public async Task<int> RunAsync(CommandRequest.Export request, CommandConsole console)
    {
        var snapshot = await registers.CurrentAsync();
        if (snapshot.Units.FindInSeries(request.UnitCode, request.Period) is not { } unit)
        {
            console.Complain("UnknownUnit", request.UnitCode, request.Period.ToString());
            return ExitCodes.BadArguments;
        }

        using var workbook = new MemoryStream();
        await export.WriteAsync(request.UnitCode, request.Period, workbook, Asker(unit, console), console.Language);
        try
        {
            await File.WriteAllBytesAsync(request.OutFile, workbook.ToArray());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            console.Complain("Export.NotWritten", request.OutFile, e.Message);
            return ExitCodes.NotDone;
        }

        await audit.RecordAsync(new AuditEvent(AuditAction.FileTaken, AuditEvent.Of("file", Path.GetFileName(request.OutFile))) { UnitId = snapshot.IdOf(unit.Key), After = AuditDetails.Of(("period", request.Period)) });
        console.Print("Export.Written", request.OutFile);
        return ExitCodes.Done;
    }

    private static Officer Asker(OrganisationUnit unit, CommandConsole console) =>
        new(ImportCommand.SenderId, CommandLineTexts.Print(console.Language, "Import.SentBy"), AccountRole.Administrator, unit.Key);
}
