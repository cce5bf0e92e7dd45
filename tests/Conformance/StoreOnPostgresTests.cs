using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Inspectorates.Conformance;

public sealed class StoreOnPostgresTests : StoreTests
{
    protected override StoreKind Store => StoreKind.Postgres;

    [Fact]
    public async Task A_text_the_server_cannot_hold_is_refused_before_it_is_sent_and_whoever_is_committed_with_it_is_not()
    {
        await using var own = await RunningService.StartedAsync(new FictionalInspectorate(), Store);
        var writer = own.Services.GetRequiredService<StoreWriter>();
        using var gathered = new ManualResetEventSlim();
        // While this one holds the writer, the others come together.
        var first = writer.RunAsync(_ => gathered.Wait(TimeSpan.FromSeconds(10)));
        var before = Counting();
        var asking = writer.RunAsync(session => session.Number("SELECT COUNT(*) FROM verdict_revision WHERE name = @name", ("@name", "a\0b")));
        var inserting = writer.RunAsync(session =>
        {
            session.Insert("store_fact", ("name", "a\0b"), ("value", Array.Empty<byte>()));
            return 1;
        });
        var after = Counting();
        gathered.Set();

        await first;
        await Assert.ThrowsAsync<RefusalException>(() => asking);
        await Assert.ThrowsAsync<RefusalException>(() => inserting);
        Assert.Equal((1, 1), (await before, await after));

        Task<long> Counting() => writer.RunAsync(session => session.Number("SELECT COUNT(*) FROM log_head"));
    }
}
