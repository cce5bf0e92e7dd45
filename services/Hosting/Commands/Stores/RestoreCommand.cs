using System.CommandLine;
using System.Data.Common;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Store.Postgres;
using Inspectorates.Hosting.Store.Sqlite;

namespace Inspectorates.Hosting.Commands.Stores;

/// <summary><c>restore</c>: makes a store from a backup where there is none.</summary>
internal sealed class RestoreCommand(ProgramContext program)
{
    private readonly StoreOption store = new(program.Inspectorate.Code);
    private readonly Argument<string> file = new("FILE") { Description = "A file that backup wrote, of the same kind of store." };

    public Command Command()
    {
        var command = new Command(
            "restore",
            "Makes a store from a backup, where there is none or an empty one. Page tokens and cursors given before are refused afterwards: what they stand for may be gone.")
        {
            file,
        };
        store.AddTo(command);
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancelled)
    {
        var (connectionString, path) = (store.Of(parsed), Path.GetFullPath(parsed.GetRequiredValue(file)));
        if (!File.Exists(path))
        {
            await program.Error.WriteLineAsync($"{path} does not exist.");
            return ExitCodes.Usage;
        }

        try
        {
            var entries = StoreChoice.IsPostgres(connectionString)
                ? await PostgresCopy.ReadAsync(path, connectionString, cancelled)
                : await SqliteCopy.ReadAsync(path, connectionString, cancelled);
            await program.Out.WriteLineAsync($"{path}: {entries} entries restored. Check them with verify.");
            return ExitCodes.Done;
        }
        catch (Exception fault) when (fault is StoreTakenException or InvalidDataException)
        {
            await program.Error.WriteLineAsync($"Nothing was restored. {fault.Message}");
            return ExitCodes.Usage;
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            await program.Error.WriteLineAsync($"Nothing was restored. {(fault.InnerException ?? fault).Message}");
            return ExitCodes.Unreachable;
        }
    }
}
