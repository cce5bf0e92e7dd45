using System.CommandLine;

namespace Inspectorates.Hosting.Commands;

internal sealed class CompileFactsCommand(ProgramContext program)
{
    public Command Command() => new("compile-facts", program.Inspectorate.Code);
}
