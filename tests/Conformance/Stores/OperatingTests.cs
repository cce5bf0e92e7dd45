using System.Diagnostics;
using System.Text.RegularExpressions;
using Inspectorates.Postgres;

namespace Inspectorates.Conformance.Stores;

/// <summary>Every command of docs/operating-the-store.md, in its order, as it stands but for where programs and files are.</summary>
public sealed partial class OperatingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("operating-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public Task The_commands_work_on_a_file() =>
        WorkAsync($"Data Source={Path.Combine(folder, "ofsted.db")}", $"Data Source={Path.Combine(folder, "restored.db")}");

    [Fact]
    public async Task The_commands_work_on_a_database()
    {
        var server = await PostgresServer.SharedAsync();
        await WorkAsync(await server.NewDatabaseAsync(), await server.NewDatabaseAsync());
    }

    private async Task WorkAsync(string store, string empty)
    {
        var commands = Blocks().Matches(await File.ReadAllTextAsync(Page(), Stop))
            .SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(["migrate", "backup", "verify", "restore", "verify"], commands.Select(command => command.Split(' ')[5]));

        foreach (var command in commands)
        {
            var start = new ProcessStartInfo("sh") { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["STORE"] = store, ["EMPTY"] = empty } };
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(command
                .Replace("dotnet run --project services/Ofsted --", $"dotnet {Path.Combine(AppContext.BaseDirectory, "Inspectorates.Ofsted.dll")}", StringComparison.Ordinal)
                .Replace("/backups", folder, StringComparison.Ordinal));
            using var process = Process.Start(start)!;
            var (written, errors) = (process.StandardOutput.ReadToEndAsync(Stop), process.StandardError.ReadToEndAsync(Stop));
            await process.WaitForExitAsync(Stop);

            Assert.True(process.ExitCode == 0, $"{command}: {await written}{await errors}");
        }
    }

    private static string Page()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Inspectorates.sln")))
            at = at.Parent!;
        return Path.Combine(at.FullName, "docs", "operating-the-store.md");
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
