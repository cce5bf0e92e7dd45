using Inspectorates.SystemTests.Promises;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>The disk has it before anybody is told: kill -9 cannot show that, since the system keeps what was only written.</summary>
[Collection(Alone.Name)]
public sealed class SyncTests
{
    [Theory]
    [InlineData(Store.Sqlite, "-wal")]
    [InlineData(Store.Postgres, "/pg_wal/")]
    public async Task Between_a_write_and_its_answer_the_disk_was_told_to_keep_the_log(string kind, string log)
    {
        await using var store = await Store.NewAsync(kind, ownServer: true);
        await using var record = await RunningRecord.StartAsync(store, replicas: 1);
        var service = record.Replicas[0];
        var samples = await Samples.OfAsync(service);
        var metadata = service.As("inspector");
        string[] ids = [.. Enumerable.Range(0, Sizes.Syncs).Select(_ => Guid.NewGuid().ToString())];
        await RecordAsync(Guid.NewGuid().ToString());

        await using var trace = await Traced.AttachAsync(store.Folder, [service.Program.Id, .. store.IsPostgres ? ProcessesOf(store.Server.Postmaster) : []]);
        foreach (var id in ids)
            await RecordAsync(id);
        var calls = await trace.DetachAsync();

        var synced = calls.Where(call => call.Name is "fsync" or "fdatasync" && call.On.Contains(log, StringComparison.Ordinal) && call.Succeeded).ToList();
        Assert.All(ids, id => IsKeptBeforeAnswered(calls, synced, id));
        Measured.Write($"syncs-{kind}", ("writes watched", ids.Length), ("of them on the disk before their answer", ids.Length));

        async Task RecordAsync(string id) => await service.Verdicts.RecordVerdictAsync(
            new RecordVerdictRequest { Verdict = samples.Draft(Samples.WordsOf(id)), RequestId = id }, metadata);
    }

    private static void IsKeptBeforeAnswered(IReadOnlyList<SystemCall> calls, IReadOnlyList<SystemCall> synced, string id)
    {
        var naming = calls.Where(call => call.Text.Contains(Samples.WordsOf(id), StringComparison.Ordinal)).ToList();
        var received = naming.FirstOrDefault(call => call.Name is "recvmsg" or "recvfrom" or "read");
        Assert.True(received is not null, $"The trace has not the request {id}.");
        var answered = naming.FirstOrDefault(call => call.Name is "sendmsg" or "sendto" or "write" or "writev" && call.On == received.On && call.Began > received.Ended);
        Assert.True(answered is not null, $"The trace has not the answer to {id}.");
        Assert.True(
            synced.Any(call => call.Began > received.Ended && call.Ended < answered.Began), $"{id} was answered before the disk had it.");
    }

    // A server's processes are all its first one's children.
    private static IEnumerable<int> ProcessesOf(int postmaster) =>
        [postmaster, .. File.ReadAllText($"/proc/{postmaster}/task/{postmaster}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
}
