using KpiTracker.Data.Accounts;
using KpiTracker.Data.Registers;
using KpiTracker.Domain.OrganisationUnits;
using KpiTracker.Web.Features.Summaries;

namespace KpiTracker.Web.CommandLine;

/// <summary>Writes a unit's summary to a file: the same workbook that the page lets one download.</summary>
internal sealed class ExportCommand(SummaryExport export, Registers registers)
{
    public async Task<int> RunAsync(CommandRequest.Export request, CommandConsole console)
    {
        var units = (await registers.CurrentAsync()).Units;
        if (units.FindInSeries(request.UnitCode, request.Period) is not { } unit)
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

        console.Print("Export.Written", request.OutFile);
        return ExitCodes.Done;
    }

    private static Officer Asker(OrganisationUnit unit, CommandConsole console) =>
        new(ImportCommand.SenderId, CommandLineTexts.Print(console.Language, "Import.SentBy"), AccountRole.Administrator, unit.Key);
}
