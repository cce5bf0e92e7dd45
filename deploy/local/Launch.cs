using Inspectorates.Local.Examples;
using Spectre.Console;

namespace Inspectorates.Local;

/// <summary>What a launch was asked for.</summary>
/// <param name="Data">The data directory; null: the default one.</param>
/// <param name="FirstPort">Null: the default ports. 0: free ones. Otherwise the first of six in a row.</param>
/// <param name="ReadyFile">Written when everything is ready; null: none.</param>
/// <param name="WithoutFacts">Leaves the stores as they are, empty on first start.</param>
internal sealed record LaunchOptions(string? Data, int? FirstPort, string? ReadyFile, bool WithoutFacts);

/// <summary>Starts the five programs, loads the shipped facts on first start, and stops everything again.</summary>
internal sealed class Launch(LaunchOptions options, IAnsiConsole console, TimeProvider time)
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private readonly Relay _relay = new(console);
    private readonly List<Child> _children = [];

    /// <summary>Runs until asked to stop.</summary>
    /// <returns>0: asked to stop. The caller turns a <see cref="LaunchException"/> into 1.</returns>
    /// <exception cref="LaunchException">The suite cannot be started, or a program ended by itself.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var began = time.GetTimestamp();
        var suite = Ports.Assign(Suite.Load(), options.FirstPort);
        using var data = DataDirectory.Open(options.Data);
        var addresses = new Addresses(suite, data.FullPath);
        if (options.ReadyFile is { } stale)
            File.Delete(stale);

        try
        {
            console.MarkupLineInterpolated($"Data in [bold]{data.FullPath}[/]");
            var services = suite.Inspectorates.Select(entry => Start(suite, entry, data, addresses)).ToArray();
            await ReadyOrDead(Task.WhenAll(suite.Inspectorates.Select(entry => Readiness.OfServiceAsync(addresses.Of(entry), stop))), services, stop);
            if (!options.WithoutFacts)
                await new ShippedFacts(suite, data, addresses, _relay, console).LoadAsync(stop);
            var gateway = Start(suite, data, addresses);
            await ReadyOrDead(Readiness.OfGatewayAsync(addresses.Http, stop), [gateway], stop);
            if (!options.WithoutFacts)
                await new WorkedExamples(suite, data, addresses, console).PlayAsync(stop);

            Welcome(addresses, time.GetElapsedTime(began));
            if (options.ReadyFile is { } readyFile)
                await addresses.WriteAsync(readyFile, stop);
            await EndOfAny([.. _children], stop);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            if (options.ReadyFile is { } readyFile)
                File.Delete(readyFile);
            await Task.WhenAll(_children.Select(child => child.StopAsync()));
            _children.ForEach(child => child.Dispose());
        }
    }

    private Child Start(Suite suite, InspectorateProgramEntry entry, DataDirectory data, Addresses addresses) => Keep(Child.Start(
        entry.Code,
        Suite.ProgramOf(entry.Project),
        ["serve"],
        new Dictionary<string, string>(
        [
            .. ServiceSettings.For(entry, data), .. ServiceSettings.Witnessing(suite, entry, data, addresses),
            .. ServiceSettings.Positions(suite, entry, data, addresses),
        ]),
        _relay.Line));

    private Child Start(Suite suite, DataDirectory data, Addresses addresses) => Keep(Child.Start(
        "gateway",
        Suite.ProgramOf(suite.Gateway.Project),
        [],
        ServiceSettings.For(suite, addresses),
        _relay.Line));

    private Child Keep(Child child)
    {
        _children.Add(child);
        return child;
    }

    private async Task ReadyOrDead(Task ready, Child[] children, CancellationToken stop)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var dead = EndOfAny(children, giveUp.Token);
        var first = await Task.WhenAny(ready, dead, Task.Delay(ReadyWithin, time, giveUp.Token));
        stop.ThrowIfCancellationRequested();
        if (first != ready && first != dead)
            throw new LaunchException(
                $"{string.Join(", ", children.Select(c => c.Name))}: not ready within {ReadyWithin.TotalSeconds:0} s. What they wrote is above.");
        await first;
        await giveUp.CancelAsync();
    }

    private static async Task EndOfAny(Child[] children, CancellationToken stop)
    {
        var ended = await Task.WhenAny(children.Select(child => child.Ended)).WaitAsync(stop);
        await ended;
        // On Ctrl-C in a terminal the programs get the signal as well and may be gone first.
        await Task.Delay(TimeSpan.FromMilliseconds(300), stop);
        var child = children.First(c => c.Ended.IsCompleted);
        throw new LaunchException($"{child.Name} ended by itself with exit code {child.ExitCode}. What it wrote is above; the others have been stopped.");
    }

    private void Welcome(Addresses addresses, TimeSpan took)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]Ready[/] after {took.TotalSeconds:0.0} s");
        console.MarkupLineInterpolated($"  pages and JSON  {addresses.Http}");
        console.MarkupLineInterpolated($"  gRPC            {addresses.Grpc}");
        foreach (var (code, address) in addresses.Services)
            console.MarkupLineInterpolated($"  {code,-15} {address}");
        console.WriteLine();
        console.WriteLine("Three things to try:");
        console.WriteLine($"  {addresses.Http}/areas/E10000020                      Norfolk, in a browser");
        console.WriteLine($"  curl '{addresses.Http}/api/v1/areas/876/joint-view'   Halton, where inspectorates contradict each other");
        console.WriteLine($"  curl '{addresses.Http}/api/v1/differences?kind=CONTRADICTION'");
        console.WriteLine();
        console.WriteLine("Ctrl-C stops everything.");
    }
}
