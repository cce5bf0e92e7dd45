using Spectre.Console;

namespace Inspectorates.Local;

/// <summary>Writes the lines of all programs, each under its program's name, whole lines only.</summary>
internal sealed class Relay(IAnsiConsole console)
{
    private readonly Lock _lock = new();

    /// <summary>Writes one line of a program.</summary>
    public void Line(string program, string line)
    {
        lock (_lock)
            console.WriteLine($"{program,-13} | {line}");
    }
}
