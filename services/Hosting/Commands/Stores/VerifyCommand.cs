using System.CommandLine;
using System.Data.Common;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Verification;
using Microsoft.Data.Sqlite;

namespace Inspectorates.Hosting.Commands.Stores;

/// <summary><c>verify</c>: reads a whole record and says whether it holds, or where first it does not.</summary>
internal sealed class VerifyCommand(ProgramContext program)
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly StoreOption store = new(program.Inspectorate.Code);
    private readonly Option<string[]> checkpoints = new("--checkpoint") { Description = "A checkpoint kept elsewhere: the JSON of a Checkpoint. May be given more than once." };
    private readonly Option<string[]> keys = new("--key") { Description = "PEM of a public key whose signatures count. May be given more than once. Default: the keys named in the store." };

    public Command Command()
    {
        var command = new Command("verify", "Verifies the record, reading only. Exit code 0: it holds. 1: it does not, and what is wrong first is printed. 2: it cannot be read.")
        {
            checkpoints, keys,
        };
        store.AddTo(command);
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
            using var database = RecordDatabase.Open(store.Of(parsed));
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
        catch (Exception fault) when (fault is UnreadableException or SettingsException or DbException or IOException)
        {
            program.Error.WriteLine(fault is UnreadableException or SettingsException ? fault.Message : $"The store cannot be read: {fault.Message}");
            return ExitCodes.Usage;
        }
    }
}
