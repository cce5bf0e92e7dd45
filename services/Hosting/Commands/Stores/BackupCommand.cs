using System.CommandLine;
using System.Data.Common;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Store.Postgres;
using Inspectorates.Hosting.Store.Sqlite;

namespace Inspectorates.Hosting.Commands.Stores;

/// <summary><c>backup</c>: copies the store as it is at one moment to a file, while the service goes on writing.</summary>
internal sealed class BackupCommand(ProgramContext program)
{
    private readonly StoreOption store = new(program.Inspectorate.Code);
    private readonly Argument<string> file = new("FILE") { Description = "The file to write. It must not exist." };

    public Command Command()
    {
        var command = new Command(
            "backup",
            "Copies the store as it is at one moment, while the service goes on writing. The key that signs checkpoints is not in the store: keep it apart.")
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
        if (File.Exists(path))
        {
            await program.Error.WriteLineAsync($"{path} exists already. A backup overwrites nothing: name another file.");
            return ExitCodes.Usage;
        }

        // Under another name until it is whole: half a backup must not look like one.
        var unfinished = path + ".unfinished";
        try
        {
            var entries = StoreChoice.IsPostgres(connectionString)
                ? await PostgresCopy.WriteAsync(connectionString, unfinished, cancelled)
                : await SqliteCopy.WriteAsync(connectionString, unfinished, cancelled);
            File.Move(unfinished, path);
            await program.Out.WriteLineAsync($"{path}: {entries} entries.");
            return ExitCodes.Done;
        }
        catch (Exception fault) when (fault is DbException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            await program.Error.WriteLineAsync($"No backup was made. {fault.Message}");
            return ExitCodes.Unreachable;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
