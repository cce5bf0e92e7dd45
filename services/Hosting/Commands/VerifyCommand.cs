using System.CommandLine;
using System.Data.Common;
using Inspectorates.Hosting.Verification;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Commands;

/// <summary><c>verify</c>: reads a whole record and says whether it holds, or where first it does not.</summary>
internal sealed class VerifyCommand(ProgramContext program)
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly Option<string?> store = new("--store") { Description = "The store: 'Data Source=FILE' or 'Host=...'. Default: the one the service would use, by its settings in the environment." };
    private readonly Option<string?> settings = new("--settings") { Description = "The service's JSON file of settings, to take the store from." };
    private readonly Option<string[]> checkpoints = new("--checkpoint") { Description = "A checkpoint kept elsewhere: the JSON of a Checkpoint. May be given more than once." };
    private readonly Option<string[]> keys = new("--key") { Description = "PEM of a public key whose signatures count. May be given more than once. Default: the keys named in the store." };

    public Command Command()
    {
        var command = new Command("verify", "Verifies the record, reading only. Exit code 0: it holds. 1: it does not, and what is wrong first is printed. 2: it cannot be read.")
        {
            store, settings, checkpoints, keys,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        try
        {
            var origin = $"inspectorates/{program.Inspectorate.Code}";
            var elsewhere = (parsed.GetValue(checkpoints) ?? []).Select(file => CheckpointFiles.Read(file, origin)).ToList();
            using var given = PublicKeys.OfFiles(parsed.GetValue(keys) ?? []);
            using var database = RecordDatabase.Open(parsed.GetValue(store) ?? StoreOf(parsed.GetValue(settings)));
            using var named = PublicKeys.OfStore(database);
            var sound = RecordCheck.Run(database, elsewhere, given.IsEmpty ? named : given, origin);
            program.Out.WriteLine(
                $"{sound.Entries} entries, root {Convert.ToHexStringLower(sound.Root)}, {sound.Checkpoints} checkpoints: the record holds");
            return ExitCodes.Done;
        }
        catch (BrokenRecordException broken)
        {
            program.Out.WriteLine($"The record does not hold: {broken.Message}.");
            return ExitCodes.Broken;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Corrupt or NotADatabase)
        {
            program.Out.WriteLine($"The record does not hold: the store's file is damaged: {fault.Message}");
            return ExitCodes.Broken;
        }
        catch (Exception fault) when (fault is UnreadableException or DbException or IOException)
        {
            program.Error.WriteLine(fault is UnreadableException ? fault.Message : $"The store cannot be read: {fault.Message}");
            return ExitCodes.Usage;
        }
    }

    private string StoreOf(string? settingsFile)
    {
        var configuration = InspectorateHost.Configuration([], settingsFile);
        var (given, code) = (configuration["Inspectorate:Store:ConnectionString"], program.Inspectorate.Code);
        return string.IsNullOrEmpty(given)
            ? new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(Path.Combine(configuration["Inspectorate:DataDirectory"] ?? Path.Combine("data", code), code + ".db")) }.ToString()
            : given;
    }
}
