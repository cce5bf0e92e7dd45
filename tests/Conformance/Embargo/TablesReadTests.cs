using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Inspectorates.Conformance.Embargo;

/// <summary>For those who are not entitled no statement reads what is hidden: it can show neither in an answer nor in its time.</summary>
public sealed class TablesReadTests
{
    private static readonly string[] PublicTables =
    [
        "public_further_key", "public_further_record", "public_inspection", "public_inspection_area", "public_position", "public_verdict", "public_verdict_area",
    ];

    [Fact]
    public async Task Whatever_anybody_asks_only_tables_of_the_public_are_read()
    {
        WatchedStore? store = null;
        await using var service = await EmbargoedService.StartAsync(new FictionalInspectorate(), listens: false, EmbargoedService.Start, services =>
        {
            var open = services.Last(service => service.ServiceType == typeof(IStore)).ImplementationFactory!;
            services.AddSingleton<IStore>(provider => store = new WatchedStore((IStore)open(provider)));
            services.AddSingleton<IStartupFilter>(new WatchedStore.Calls());
        });
        for (var seed = 1; seed <= 20; seed++)
        {
            await service.BeginAsync(seed);
            var (player, history) = (new Player(service, seed), Histories.Of(seed));
            await player.PlayAsync(history.Operations);
            foreach (var who in new[] { "anybody", "the operator", "the witness" })
            {
                store!.Forget();
                await new ServiceReading(service, new Transcript(), history, player.HiddenNames).ReadAsync(who);

                Assert.Equal(PublicTables, store.Tables);
            }
        }

        // That hidden tables would have been seen: staff are answered from them.
        store!.Forget();
        await new VerdictService.VerdictServiceClient(service.Channel).ListVerdictsAsync(new() { Area = "301" }, People.Writer, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(["entry", "verdict_area", "verdict_revision"], store.Tables);
    }
}
