using Inspectorates.Hosting.Trust;

namespace Inspectorates.Local;

/// <summary>The tokens with which each service reads the others' checkpoints, in files that only their owner reads.</summary>
internal static class WitnessTokens
{
    // As long as a suite on one's own machine is likely to be kept.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(3650);

    /// <summary>Mints a token of one inspectorate for another as its witness.</summary>
    /// <returns>The file it is in.</returns>
    public static string Write(DataDirectory data, string inspectorate, string witness)
    {
        var folder = Directory.CreateDirectory(Path.Combine(data.FullPath, "witness-tokens")).FullName;
        var file = Path.Combine(folder, $"{inspectorate}.{witness}");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var writer = new StreamWriter(file, options);
        writer.Write(new DevelopmentIssuer(data.IssuerKeys).Mint(inspectorate, Roles.Witness, $"service@{witness}", Lifetime));
        return file;
    }
}
