using Inspectorates.Hosting.Facts;
using Inspectorates.Hosting.Importing;
using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Store;

namespace Inspectorates.Hosting.Commands.Import;

/// <summary>A file's records, read.</summary>
/// <param name="Path">Its path as given.</param>
/// <param name="Edition">Its edition; empty where each record has its own.</param>
/// <param name="Records">Its records, in file order.</param>
internal sealed record InputFile(string Path, string Edition, IReadOnlyList<InputRecord> Records)
{
    /// <summary>Reads a file.</summary>
    /// <param name="edition">The edition; null: the file's name without extension.</param>
    /// <exception cref="UnreadableFileException">The file cannot be opened or is not of the format.</exception>
    public static InputFile Read(IImportFormat format, string path, string? edition)
    {
        var name = edition ?? System.IO.Path.GetFileNameWithoutExtension(path);
        // What is here today was public today, whatever later day its name bears; the name still says what it comes after.
        var today = new LondonClock(TimeProvider.System).Today;
        var day = EditionTime.DayNamed(name) is { } named && named > today ? today : EditionTime.DayNamed(name);
        var file = new ImportFile(path, name, day, () => File.OpenRead(path));
        return Read(path, name, () => format.Read(file));
    }

    /// <summary>Reads a pair of facts tables.</summary>
    public static InputFile Read(FactsSet set) => Read(set.Inspections.Path, "", () => FactsReader.Read(set));

    // Everything is read before anything is sent: a file that cannot be read changes nothing.
    private static InputFile Read(string path, string edition, Func<IEnumerable<InputRecord>> read)
    {
        try
        {
            return new InputFile(path, edition, [.. read()]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableFileException($"{path}: {fault.Message}", fault);
        }
    }
}
