using KpiTracker.Web.CommandLine;

return await Commands.RunAsync(args);
