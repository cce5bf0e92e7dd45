using System.Net;
using System.Net.Sockets;

namespace Inspectorates.SystemTests.Launcher;

/// <summary>The launcher as a user meets it. Each test starts one of its own.</summary>
[Collection("launcher")]
public sealed class LauncherTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Ctrl_C_stops_everything_and_leaves_no_process_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        await using var launched = await Launched.StartAsync("--without-facts");
        Assert.True(launched.Programs.Count >= 5, launched.Written);

        var exit = await launched.InterruptAsync();

        Assert.Equal(0, exit);
        Assert.Empty(await Processes.LeftNamingAsync(launched.Data, Soon));
        Assert.False(File.Exists(launched.ReadyFile));
    }

    [Fact]
    public async Task Ctrl_C_stops_it_also_where_a_script_started_it_in_the_background()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        await using var launched = await Launched.StartFromScriptAsync("--without-facts");

        var exit = await launched.InterruptAsync();

        Assert.Equal(0, exit);
        Assert.Empty(await Processes.LeftNamingAsync(launched.Data, Soon));
    }

    [Fact]
    public async Task A_launcher_that_is_killed_leaves_no_process_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        await using var launched = await Launched.StartAsync("--without-facts");

        Signal.Send(Signal.Kill, launched.Launcher());

        Assert.Empty(await Processes.LeftNamingAsync(launched.Data, Soon));
        await launched.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Terminating_dotnet_run_alone_leaves_no_process_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        await using var launched = await Launched.StartAsync("--without-facts");

        Signal.Send(Signal.Terminate, launched.Process.Id);

        Assert.Empty(await Processes.LeftNamingAsync(launched.Data, Soon));
        await launched.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_program_that_dies_ends_the_suite_with_its_name_and_a_non_zero_exit()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");
        await using var launched = await Launched.StartAsync("--without-facts");
        var cqc = Processes.Naming(Path.Combine(launched.Data, "cqc"))
            .Single(id => File.ReadAllText($"/proc/{id}/cmdline").Contains("Inspectorates.Cqc", StringComparison.Ordinal));

        Signal.Send(Signal.Kill, cqc);
        await launched.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, launched.Process.ExitCode);
        Assert.Contains("cqc ended by itself with exit code", launched.Written, StringComparison.Ordinal);
        Assert.Empty(await Processes.LeftNamingAsync(launched.Data, Soon));
    }

    [Fact]
    public async Task A_port_in_use_is_named_and_the_exit_is_non_zero()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await RunAsync("--ports", $"{port}", "--data", Path.GetTempPath());

        Assert.Equal(1, run.ExitCode);
        // The ports after it may be somebody's too.
        Assert.Matches($@"Port {port}(, \d+)* is in use\.", run.Errors);
    }

    [Fact]
    public async Task A_missing_data_directory_is_named_and_the_exit_is_non_zero()
    {
        var missing = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

        var run = await RunAsync("--ports", "0", "--data", missing);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"The data directory {missing} does not exist.", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(missing));
    }

    [Fact]
    public async Task A_token_for_an_unknown_inspectorate_or_role_is_refused_with_the_known_ones()
    {
        var inspectorate = await RunAsync("token", "ofstde", "inspector");
        var role = await RunAsync("token", "ofsted", "inspecter");

        Assert.Equal(1, inspectorate.ExitCode);
        Assert.Contains("Known: ofsted, cqc, hmic, hmi-probation.", inspectorate.Errors, StringComparison.Ordinal);
        Assert.Equal(1, role.ExitCode);
        Assert.Contains("Known: inspector,", role.Errors, StringComparison.Ordinal);
    }

    private static Task<Finished> RunAsync(params string[] arguments) =>
        Shell.RunAsync("dotnet", ["run", "--no-build", "--project", "deploy/local", "--", .. arguments]);
}
