// The circuit starts quietly: only warnings and errors reach the console (3 is Warning in Blazor's own levels).
Blazor.start({ circuit: { logLevel: 3, configureSignalR: builder => builder.configureLogging('warning') } });
