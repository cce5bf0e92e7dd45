using System.CommandLine;
using System.Runtime.InteropServices;
using Inspectorates.Local;
using Spectre.Console;

Signals.HeedInterrupt();

var data = new Option<string?>("--data") { Description = "Folder for the stores and the development keys. Default: data in the solution's folder." };
var ports = new Option<int?>("--ports") { Description = "First of six ports in a row; 0 takes free ones. Default: 8080, 8081 and 5101 to 5104." };
var readyFile = new Option<string?>("--ready-file") { Description = "Written as JSON with all addresses when everything is ready; gone when it is not." };
var withoutFacts = new Option<bool>("--without-facts") { Description = "Do not load the published facts that come with the programs." };

// Lines that go to a file or a pipe are not to be broken at the width of a terminal that is not there.
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = short.MaxValue;

var root = new RootCommand("Starts the joint inspection suite on this machine: four inspectorates' services and the gateway.")
{
    data, ports, readyFile, withoutFacts,
};
root.SetAction(async (arguments, cancelled) =>
{
    using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
    _ = ParentWatch.CancelWhenGoneAsync(stop, TimeProvider.System);

    var options = new LaunchOptions(
        arguments.GetValue(data), arguments.GetValue(ports), arguments.GetValue(readyFile), arguments.GetValue(withoutFacts));
    return await Plainly(() => new Launch(options, AnsiConsole.Console, TimeProvider.System).RunAsync(stop.Token));
});
root.Subcommands.Add(TokenCommand.Create(Plainly));
return await root.Parse(args).InvokeAsync();

// Every foreseen failure ends in one plain sentence on standard error and exit code 1.
static async Task<int> Plainly(Func<Task<int>> run)
{
    try
    {
        return await run();
    }
    catch (LaunchException e)
    {
        await Console.Error.WriteLineAsync(e.Message);
        return 1;
    }
}
