using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.Extensions.DependencyInjection;

namespace Inspectorates.Conformance;

/// <summary>What only a store in one file does: its room can be set. A server that is full is filled in tests/System.</summary>
public sealed class SqliteFileTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_store_refuses_writes_reads_on_and_takes_writes_again_once_there_is_room()
    {
        await using var own = await RunningService.StartedAsync(new FictionalInspectorate(), StoreKind.Sqlite);
        var writer = own.Services.GetRequiredService<StoreWriter>();
        await writer.RunAsync(session => session.Number($"PRAGMA max_page_count = {session.Number("PRAGMA page_count")}"));
        var verdict = new Samples(own.Description).Published("301", "2024-02-01");
        verdict.Text = new string('x', 4000);
        var batch = new BatchRecordVerdictsRequest { Verdicts = { Enumerable.Repeat(verdict, 50) }, RequestId = Samples.NewId() };

        var refused = await Refused.ByAsync(own.Verdicts.BatchRecordVerdictsAsync(batch, own.As("inspector"), cancellationToken: Stop));
        var read = await own.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), cancellationToken: Stop);
        await writer.RunAsync(session => session.Number("PRAGMA max_page_count = 1000000"));
        var written = await own.Verdicts.BatchRecordVerdictsAsync(batch, own.As("inspector"), cancellationToken: Stop);

        refused.Is(StatusCode.ResourceExhausted, "STORE_FULL");
        Assert.Empty(read.Verdicts);
        Assert.Equal(50, written.Verdicts.Count);
    }
}
