using System.CommandLine;
using Inspectorates.Hosting.Commands.Import;
using Inspectorates.Hosting.Facts;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Hosting.Commands;

/// <summary><c>compile-facts</c>: makes the shipped tables from files of published data.</summary>
internal sealed class CompileFactsCommand(ProgramContext program)
{
    private readonly Option<string> format = new("--format") { Description = "What the files are.", Required = true };
    private readonly Option<string?> edition = new("--edition") { Description = "The edition of the data. Default: the file's name without extension." };
    private readonly Option<string> output = new("--out") { Description = "The folder to write {format}-inspections.csv and {format}-verdicts.csv to.", Required = true };
    private readonly Argument<string[]> files = new("FILE") { Description = "The files.", Arity = ArgumentArity.OneOrMore };

    public Command Command()
    {
        var command = new Command("compile-facts", "Makes tables of published facts, without any sentence of a report, from files of published data.")
        {
            format, edition, output, files,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancelled)
    {
        try
        {
            var known = Formats.Find(program.Inspectorate, parsed.GetRequiredValue(format));
            var read = parsed.GetRequiredValue(files).Select(path => InputFile.Read(known, path, parsed.GetValue(edition))).ToList();
            var records = read.SelectMany(file => file.Records.OfType<FactsRecord>().SelectMany(row => row.Records)).ToList();
            var (inspections, verdicts) = FactsWriter.Write(records);

            var folder = Directory.CreateDirectory(parsed.GetRequiredValue(output)).FullName;
            await File.WriteAllTextAsync(Path.Combine(folder, known.Name + FactsSet.InspectionsEnd), inspections, cancelled);
            await File.WriteAllTextAsync(Path.Combine(folder, known.Name + FactsSet.VerdictsEnd), verdicts, cancelled);
            await program.Out.WriteLineAsync($"{records.Count} records with {records.Sum(record => record.Verdicts.Count)} verdicts written to {folder}");
            return ExitCodes.Done;
        }
        catch (Exception fault) when (fault is UnreadableFileException or IOException or UnauthorizedAccessException)
        {
            await program.Error.WriteLineAsync(fault.Message);
            return ExitCodes.Usage;
        }
    }
}
