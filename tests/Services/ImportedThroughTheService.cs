using Inspectorates.Conformance;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;
using static Inspectorates.V1.ImportOutcome.Types;

namespace Inspectorates.Services.Tests;

/// <summary>What a real service makes of the records a format read.</summary>
internal static class ImportedThroughTheService
{
    /// <summary>Imports the records in batches, as the import subcommand does.</summary>
    public static async Task<IReadOnlyList<ImportOutcome>> ImportAsync(RunningService service, IEnumerable<ImportedRecord> records)
    {
        var outcomes = new List<ImportOutcome>();
        foreach (var batch in records.Chunk(100))
        {
            var request = new ImportRecordsRequest { RequestId = Guid.NewGuid().ToString() };
            request.Records.Add(batch);
            var answer = await service.Imports.ImportRecordsAsync(request, service.As("inspector"), cancellationToken: TestContext.Current.CancellationToken);
            outcomes.AddRange(answer.Outcomes);
        }

        return outcomes;
    }

    /// <summary>Imports a file twice: everything is recorded, then nothing changes.</summary>
    /// <returns>The outcomes of the first time.</returns>
    public static async Task<IReadOnlyList<ImportOutcome>> TwiceAsync(IInspectorate inspectorate, string format, ImportFile file)
    {
        await using var service = new RunningService(inspectorate);
        await service.StartAsync();
        ImportedRecord[] records = [.. inspectorate.ImportFormats.Single(one => one.Name == format).Read(file).OfType<FactsRecord>().SelectMany(facts => facts.Records)];

        var first = await ImportAsync(service, records);
        var again = await ImportAsync(service, records);

        Assert.All(first, outcome => Assert.True(outcome.Category == Category.Recorded, $"{outcome.SourceKey}: {outcome.Category}: {outcome.Explanation} {string.Join("; ", outcome.Conflicts)}"));
        Assert.All(again, outcome => Assert.True(outcome.Category == Category.Unchanged, $"{outcome.SourceKey}: {outcome.Category}: {outcome.Explanation} {string.Join("; ", outcome.Conflicts)}"));
        return first;
    }
}
