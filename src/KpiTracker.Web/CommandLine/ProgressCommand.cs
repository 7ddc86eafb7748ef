using KpiTracker.Data.Registers;
using KpiTracker.Web.Features.Dashboard;
using KpiTracker.Web.Hosting;

namespace KpiTracker.Web.CommandLine;

/// <summary>Prints where a unit stands in a month: the same figures that the dashboard shows, from the same query.</summary>
internal sealed class ProgressCommand(UnitProgressQuery query, Registers registers, TimeProvider time)
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
        // Of a month that is still running, the figures are those until today.
        var asOf = progress.FiguresUntil < time.Today() ? progress.FiguresUntil : time.Today();
        if (request.Json)
        {
            console.Out.WriteLine(ProgressJson.Print(progress, asOf));
        }
        else
        {
            ProgressTable.Print(progress, asOf, console);
        }

        return ExitCodes.Done;
    }
}
