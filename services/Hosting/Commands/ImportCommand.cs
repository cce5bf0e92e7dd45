using System.CommandLine;

namespace Inspectorates.Hosting.Commands;

internal sealed class ImportCommand(ProgramContext program)
{
    public Command Command() => new("import", program.Inspectorate.Code);
}
