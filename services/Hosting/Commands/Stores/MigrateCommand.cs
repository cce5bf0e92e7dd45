using System.CommandLine;
using System.Data.Common;
using Inspectorates.Hosting.Store;

namespace Inspectorates.Hosting.Commands.Stores;

/// <summary><c>migrate</c>: brings a store to this program's schema.</summary>
internal sealed class MigrateCommand(ProgramContext program)
{
    private readonly StoreOption store = new(program.Inspectorate.Code);

    public Command Command()
    {
        var command = new Command(
            "migrate",
            "Brings the store to this program's schema. Killed at any moment, it can be run again. On SQLite the service does it at its start; on PostgreSQL it does not start before it is done.");
        store.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancelled)
    {
        var connectionString = store.Of(parsed);
        try
        {
            var ran = StoreChoice.MigrationsOf(connectionString).Run();
            await program.Out.WriteLineAsync(ran.Count == 0 ? "The schema is current." : $"Ran {string.Join(", ", ran)}.");
            return ExitCodes.Done;
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await program.Error.WriteLineAsync($"The store could not be migrated; what was begun was undone. {(fault.InnerException ?? fault).Message}");
            return ExitCodes.Unreachable;
        }
    }
}
