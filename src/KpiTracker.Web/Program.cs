using KpiTracker.Documents.Isolation;
using KpiTracker.Web.CommandLine;

// A child of our own does its one piece of work before any host is built.
return IsolatedVerbs.Run(args) ?? await Commands.RunAsync(args);
