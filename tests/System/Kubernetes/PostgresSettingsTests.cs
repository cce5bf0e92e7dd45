using Inspectorates.Postgres;

namespace Inspectorates.SystemTests.Kubernetes;

/// <summary>The manifests on PostgreSQL, given to the real programs with the connection string of a real database.</summary>
public sealed class PostgresSettingsTests(PostgresOverlay overlay) : IClassFixture<PostgresOverlay>
{
    private const string Store = "Inspectorate__Store__ConnectionString";

    public static TheoryData<string> Codes => [.. Overlay.Inspectorates];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Not_before_the_job_has_run_two_replicas_become_ready_and_keep_nothing_of_their_own(string code)
    {
        var (pod, job) = (overlay.Pods[$"{code}-inspectorate"], overlay.Jobs[$"{code}-migration"].Spec);
        var database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        using var folder = new PodFolder(code, pod, overlay.Settings(pod));
        folder.Settings[Assert.Single(Overlay.SecretSettings(pod)).Key] = database;
        string[] serve = [PodProgram.OfInspectorates[code], .. pod.Containers.Single().Args];

        var early = await Shell.RunAsync(folder.Settings, "dotnet", serve);
        Assert.NotEqual(0, early.ExitCode);
        Assert.Contains("migrate", early.Errors, StringComparison.Ordinal);

        var settings = overlay.Settings(job).ToDictionary();
        settings[Assert.Single(Overlay.SecretSettings(job)).Key] = database;
        var migrated = await Shell.RunAsync(settings, "dotnet", [PodProgram.OfInspectorates[code], .. job.Containers.Single().Args]);
        Assert.True(migrated.ExitCode == 0, migrated.Everything);
        Assert.StartsWith("Ran ", migrated.Output, StringComparison.Ordinal);

        await using var one = PodProgram.Start(serve[0], folder.Settings, serve[1..]);
        await using var other = PodProgram.Start(serve[0], folder.Settings, serve[1..]);
        await SettingsTests.IsReadyAsync(pod, folder, code, await one.AddressAsync());
        await SettingsTests.IsReadyAsync(pod, folder, code, await other.AddressAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Data));
    }

    // What an operator has to bring for production: an issuer, and nothing else that the manifests have not.
    [Fact]
    public async Task In_production_the_same_settings_want_an_issuer_and_no_more()
    {
        var pod = overlay.Pods["ofsted-inspectorate"];
        var database = await (await PostgresServer.SharedAsync()).NewDatabaseAsync();
        using var folder = new PodFolder("ofsted", pod, overlay.Settings(pod));
        folder.Settings[Store] = database;
        folder.Settings["DOTNET_ENVIRONMENT"] = "Production";
        folder.Settings.Remove("Trust__DevelopmentKeyFile");
        var program = PodProgram.OfInspectorates["ofsted"];

        var without = await Shell.RunAsync(folder.Settings, "dotnet", program, "serve");
        Assert.NotEqual(0, without.ExitCode);
        Assert.Contains("Trust:Issuer", without.Errors, StringComparison.Ordinal);

        folder.Settings["Trust__Issuer"] = "https://login.example.gov.uk/";
        Assert.Equal(0, (await Shell.RunAsync(folder.Settings, "dotnet", program, "migrate")).ExitCode);
        await using var serving = PodProgram.Start(program, folder.Settings, ["serve"]);
        Assert.StartsWith("http://", await serving.AddressAsync(), StringComparison.Ordinal);
    }
}
