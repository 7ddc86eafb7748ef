using KpiTracker.Data.Registers;
using KpiTracker.Web.Features.Dashboard;

namespace KpiTracker.Web.CommandLine;

/// <summary>Prints where a unit stands in a month: the same figures that the dashboard shows, from the same query.</summary>
internal sealed class ProgressCommand(UnitProgressQuery query, Registers registers)
{
    public async Task<int> RunAsync(CommandRequest.Progress request, CommandConsole console)
    {
        var units = (await registers.CurrentAsync()).Units;
        if (units.FindInSeries(request.UnitCode, request.Period) is not { } unit)
        {
            console.Complain("UnknownUnit", request.UnitCode, request.Period.ToString());
            return ExitCodes.BadArguments;
        }

        var progress = await query.ReadAsync(unit, request.Period);
        if (request.Json)
        {
            console.Out.WriteLine(ProgressJson.Print(progress));
        }
        else
        {
            ProgressTable.Print(progress, console);
        }

        return ExitCodes.Done;
    }
}
