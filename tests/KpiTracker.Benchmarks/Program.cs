using KpiTracker.Benchmarks;

switch (args)
{
    case ["intake"]:
        IntakeBenchmark.Run();
        return 0;
    case ["consolidated"]:
        ConsolidatedBenchmark.Run();
        return 0;
    case ["commit"]:
        await CommitBenchmark.RunAsync();
        return 0;
    case ["dashboard"]:
        await DashboardBenchmark.RunAsync();
        await PagesBenchmark.RunAsync(isNational: false);
        await PagesBenchmark.RunAsync(isNational: true);
        return 0;
    case ["monthend"]:
        await MonthEndBenchmark.RunAsync();
        return 0;
    case ["backtest"]:
        ForecastBacktest.Run();
        return 0;
    case ["annotate"]:
        AnnotateBenchmark.Run();
        return 0;
    default:
        Console.Error.WriteLine("dotnet run -c Release --project tests/KpiTracker.Benchmarks -- intake|consolidated|commit|dashboard|monthend|backtest|annotate");
        return 2;
}
