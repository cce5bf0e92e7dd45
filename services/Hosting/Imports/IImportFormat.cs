namespace Inspectorates.Hosting.Imports;

/// <summary>Reads one format of published data. Pure but for reading the file: what becomes of a record is decided by the service.</summary>
public interface IImportFormat
{
    /// <summary>The name given to <c>import --format</c>. Lower-case with hyphens.</summary>
    string Name { get; }

    /// <summary>One line saying what the format is and where such files come from, shown by <c>import --help</c>.</summary>
    string Description { get; }

    /// <summary>
    /// Reads a file into input records, in file order. Every input record (data row, JSON object, letter) yields exactly one
    /// <see cref="InputRecord"/>, whatever is wrong with it.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <exception cref="UnreadableFileException">The file as a whole is not of this format, such as a missing column.</exception>
    IEnumerable<InputRecord> Read(ImportFile file);
}
