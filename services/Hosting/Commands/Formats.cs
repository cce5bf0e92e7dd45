using Inspectorates.Hosting.Imports;

namespace Inspectorates.Hosting.Commands;

/// <summary>The formats an inspectorate imports.</summary>
internal static class Formats
{
    /// <exception cref="UnreadableFileException">It has no such format; the message lists those it has.</exception>
    public static IImportFormat Find(IInspectorate inspectorate, string name) =>
        inspectorate.ImportFormats.FirstOrDefault(format => format.Name == name)
        ?? throw new UnreadableFileException(
            $"{inspectorate.Code} has no format '{name}'. It has {string.Join(", ", inspectorate.ImportFormats.Select(format => format.Name).Append(ImportCommand.Facts))}.");
}
