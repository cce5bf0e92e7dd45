using Grpc.Core;
using Grpc.Net.Client;
using Spectre.Console;

namespace Inspectorates.Local.Examples;

/// <summary>
/// Plays in a fictional area what no table of published facts can hold: what an indicator came to, who inspected, and a concern that is
/// escalated, referred, acknowledged, answered and closed. Taken through the contract as staff would, so that what is shown is what the
/// services do. Begun again where a start was cut short: each step has one effect.
/// </summary>
internal sealed class WorkedExamples(Suite suite, DataDirectory data, Addresses addresses, IAnsiConsole console)
{
    private string Mark => Path.Combine(data.FullPath, "examples-played");

    /// <summary>Plays them unless they were played. That they cannot be is said, and stops nothing.</summary>
    public async Task PlayAsync(CancellationToken stop)
    {
        if (File.Exists(Mark) || suite.Examples is not { } cast)
            return;
        using var gateway = GrpcChannel.ForAddress(addresses.Grpc);
        var holder = new ExampleCalls(gateway, data, cast.Holder, stop);
        try
        {
            await new ExampleFigures(holder, cast).PlayAsync();
            await new ExampleTeam(holder, cast).PlayAsync();
            await new ExampleReferral(holder, new ExampleCalls(gateway, data, cast.Host, stop), cast).PlayAsync(stop);
            await File.WriteAllTextAsync(Mark, "", stop);
        }
        catch (RpcException fault)
        {
            // A call that is cut short by the end of the launch is no fault of the example.
            stop.ThrowIfCancellationRequested();
            Say(cast, fault.Status.Detail);
        }
        catch (ExampleException fault)
        {
            Say(cast, fault.Message);
        }
    }

    private void Say(ExampleCast cast, string why) =>
        console.MarkupLineInterpolated($"The worked examples of {cast.Area} were not all recorded: {why} The next start tries again.");
}
