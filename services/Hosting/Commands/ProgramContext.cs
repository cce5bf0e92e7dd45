using System.Reflection;

namespace Inspectorates.Hosting.Commands;

/// <summary>What every subcommand needs to know of its program.</summary>
internal sealed record ProgramContext(IInspectorate Inspectorate, int Port, Assembly Facts, TextWriter Out, TextWriter Error);
