namespace Inspectorates.Local;

/// <summary>The folder that holds the suite's stores and its development issuer's keys. One launcher at a time.</summary>
internal sealed class DataDirectory : IDisposable
{
    private readonly FileStream? _lock;

    private DataDirectory(string path, FileStream? held)
    {
        FullPath = path;
        _lock = held;
    }

    /// <summary>Its full path.</summary>
    public string FullPath { get; }

    /// <summary>Where the development issuer keeps its keys.</summary>
    public string IssuerKeys => Path.Combine(FullPath, "development-issuer");

    /// <summary>Where the folder is when none is given: <c>data</c> in the solution's folder.</summary>
    public static string Default => Path.Combine(Suite.SolutionDirectory, "data");

    /// <summary>Opens the folder for a launch. The default one is made if need be; a given one must exist.</summary>
    /// <exception cref="LaunchException">It does not exist, cannot be written, or another launcher holds it.</exception>
    public static DataDirectory Open(string? given)
    {
        var path = Locate(given);
        var lockFile = Path.Combine(path, "launcher.lock");
        try
        {
            return new DataDirectory(path, new FileStream(lockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException)
        {
            throw new LaunchException($"The data directory {path} cannot be written. Give another with --data DIR.");
        }
        catch (IOException)
        {
            throw new LaunchException(
                $"The data directory {path} is in use by another launcher, or cannot be written. Stop that one, or give another with --data DIR.");
        }
    }

    /// <summary>The folder without holding it, for reading keys while the suite runs.</summary>
    public static DataDirectory Peek(string? given) => new(Locate(given), null);

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();

    private static string Locate(string? given)
    {
        if (given is null)
            return Directory.CreateDirectory(Default).FullName;
        if (File.Exists(given))
            throw new LaunchException($"The data directory {given} is a file. Give a directory.");
        if (!Directory.Exists(given))
            throw new LaunchException($"The data directory {given} does not exist. Make it (mkdir -p {given}), or leave out --data to use {Default}.");
        return Path.GetFullPath(given);
    }
}
