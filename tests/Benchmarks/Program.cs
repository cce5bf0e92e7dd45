using Inspectorates.Benchmarks;

// Rates of durable writes beside the rate of the bare store, in one run on one machine:
//   dotnet run -c Release --project tests/Benchmarks                              SQLite
//   dotnet run -c Release --project tests/Benchmarks -- 'Host=...;Database=...'   PostgreSQL alone, in an empty database
//   dotnet run -c Release --project tests/Benchmarks -- agreement                 what agreement over all areas costs
// Each pair is measured in turn, several times; what counts is the ratio, since the machine's own speed drifts.
if (args is ["agreement"])
    return AgreementBench.Run() ? 0 : 1;
var postgres = args.FirstOrDefault();
var comparisons = new List<Comparison>();
if (postgres is null)
{
    await using var bench = await SqliteBench.StartAsync();
    comparisons.Add(await Comparison.MeasureAsync("SQLite, 1 caller, against one-row durable commits", 0.35, 1, bench.RawAsync, bench.WriteAsync));
    comparisons.Add(await Comparison.MeasureAsync("SQLite, 64 callers, against in-process group commit", 0.35, 64, bench.GroupedAsync, bench.WriteAsync));
}
else
{
    await using var bench = await PostgresBench.StartAsync(postgres);
    comparisons.Add(await Comparison.MeasureAsync("PostgreSQL, 1 caller, against plain prepared inserts", 0.4, 1, bench.RawAsync, bench.WriteAsync));
    comparisons.Add(await Comparison.MeasureAsync("PostgreSQL, 16 callers, against plain prepared inserts", 0.4, 16, bench.RawAsync, bench.WriteAsync));
}

foreach (var comparison in comparisons)
    Console.WriteLine(comparison);
return comparisons.TrueForAll(comparison => comparison.IsMet) ? 0 : 1;
