using System.CommandLine;
using System.Text.Json;
using Grpc.Core;
using Inspectorates.Hosting.Commands.Import;
using Inspectorates.Hosting.Facts;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Hosting.Commands;

/// <summary><c>import</c>: brings files of published data into the record through the service's own endpoint.</summary>
internal sealed class ImportCommand(ProgramContext program)
{
    /// <summary>The format of the tables shipped with the programs.</summary>
    public const string Facts = "facts";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Option<string> format = new("--format") { Description = "What the files are.", Required = true };
    private readonly Option<string?> edition = new("--edition") { Description = "The edition of the data. Default: the file's name without extension." };
    private readonly Option<string?> address = new("--address") { Description = "Address of the service. Default: INSPECTORATES_ADDRESS, else this machine." };
    private readonly Option<string?> token = new("--token") { Description = "A token of this inspectorate with the role inspector. Default: INSPECTORATES_TOKEN; in Development one is made." };
    private readonly Option<bool> verbose = new("--verbose") { Description = "List every row out of scope and every remark." };
    private readonly Option<bool> json = new("--json") { Description = "Write the summary as JSON to standard output, and in words to standard error." };
    private readonly Argument<string[]> files = new("FILE") { Description = "The files. With the format facts and no file: the tables shipped with this program.", Arity = ArgumentArity.ZeroOrMore };

    public Command Command()
    {
        var formats = program.Inspectorate.ImportFormats.Select(known => $"  {known.Name}: {known.Description}")
            .Append($"  {Facts}: tables of published facts as compile-facts writes them; without FILE those shipped with this program");
        var command = new Command("import", $"Imports files of published data. Importing the same again changes nothing. Formats:\n{string.Join('\n', formats)}")
        {
            format, edition, address, token, verbose, json, files,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancelled)
    {
        IReadOnlyList<InputFile> read;
        try
        {
            read = Read(parsed);
        }
        catch (UnreadableFileException fault)
        {
            await program.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Usage;
        }

        var configuration = InspectorateHost.Configuration([], null);
        var service = ImportTarget.AddressOf(parsed.GetValue(address), configuration, program.Port);
        if (!ImportTarget.IsAddress(service))
        {
            await program.Error.WriteLineAsync($"'{service}' is no address of a service; one is written {ImportTarget.AddressOf(program.Port)}.");
            return ExitCodes.Usage;
        }

        if (ImportTarget.TokenOf(parsed.GetValue(token), configuration, program.Inspectorate.Code) is not { } bearer)
        {
            await program.Error.WriteLineAsync(ImportTarget.NoToken(program.Inspectorate.Code));
            return ExitCodes.Unreachable;
        }

        return await ImportAsync(parsed, read, service, bearer, cancelled);
    }

    private IReadOnlyList<InputFile> Read(ParseResult parsed)
    {
        var (name, paths) = (parsed.GetRequiredValue(format), parsed.GetValue(files) ?? []);
        if (name == Facts)
            return [.. (paths.Length == 0 ? FactsSet.Shipped(program.Facts) : paths.Select(FactsSet.OfFile)).Select(InputFile.Read)];
        var known = Formats.Find(program.Inspectorate, name);
        if (paths.Length == 0)
            throw new UnreadableFileException($"Name the files to import: import --format {name} FILE...");
        return [.. paths.Select(path => InputFile.Read(known, path, parsed.GetValue(edition)))];
    }

    private async Task<int> ImportAsync(
        ParseResult parsed, IReadOnlyList<InputFile> read, string service, string bearer, CancellationToken cancelled)
    {
        using var client = new ImportClient(service, bearer);
        var (summaries, words) = (new List<FileSummary>(), parsed.GetValue(json) ? program.Error : program.Out);
        foreach (var file in read)
        {
            var run = new ImportRun(client);
            try
            {
                var summary = await ImportProgress.ShowAsync(file, progress => run.RunAsync(file, progress, cancelled));
                summaries.Add(summary);
                await SummaryText.WriteAsync(words, summary, parsed.GetValue(verbose));
            }
            catch (Exception fault) when (fault is RpcException or OperationCanceledException)
            {
                await program.Error.WriteLineAsync(CutShort(service, file, run.Done, fault));
                return ExitCodes.Unreachable;
            }
        }

        if (parsed.GetValue(json))
            await program.Out.WriteLineAsync(JsonSerializer.Serialize(new { files = summaries }, Json));
        return summaries.Any(summary => summary.Refused > 0) ? ExitCodes.Refused : ExitCodes.Done;
    }

    private static string CutShort(string service, InputFile file, int done, Exception fault)
    {
        var status = (fault as RpcException)?.Status ?? new Status(StatusCode.Cancelled, "");
        var why = status.StatusCode switch
        {
            StatusCode.Cancelled => "The import was stopped.",
            StatusCode.Unavailable => $"The service at {service} cannot be reached.",
            StatusCode.Unauthenticated or StatusCode.PermissionDenied => $"The service at {service} does not take the token. {status.Detail}",
            _ => $"The service at {service} refused: {status.Detail}",
        };
        return $"{why} {file.Path}: {done} of {file.Records.Count} rows were done. Importing again is safe: what is there stays as it is.";
    }
}
