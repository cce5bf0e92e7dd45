namespace Inspectorates.Postgres;

/// <summary>Where Debian's packages keep PostgreSQL's own programs, which are not on PATH.</summary>
internal static class PostgresPrograms
{
    private const string Packages = "/usr/lib/postgresql";

    /// <summary>Why there is no server to be had; null: there is one.</summary>
    public static string? Missing { get; } = Newest() is null ? $"no PostgreSQL server is installed below {Packages}" : null;

    /// <summary>The path of one of the programs of the newest version.</summary>
    public static string Of(string name) => Path.Combine(Newest()!, name);

    /// <summary>Skips the test where PostgreSQL is missing; fails it where everything must run.</summary>
    public static void SkipIfMissing()
    {
        if (Missing is not null && Environment.GetEnvironmentVariable("INSPECTORATES_TESTS") == "all")
            Assert.Fail($"INSPECTORATES_TESTS=all, and {Missing}.");
        Assert.SkipWhen(Missing is not null, Missing ?? "");
    }

    private static string? Newest() => !Directory.Exists(Packages)
        ? null
        : Directory.EnumerateDirectories(Packages)
            .OrderByDescending(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0)
            .Select(version => Path.Combine(version, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")));
}
