using KpiTracker.Benchmarks;

switch (args)
{
    case ["commit"]:
        await CommitBenchmark.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("dotnet run -c Release --project tests/KpiTracker.Benchmarks -- commit");
        return 2;
}
