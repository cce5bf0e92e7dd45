using System.Text.RegularExpressions;
using Inspectorates.SystemTests.Launcher;

namespace Inspectorates.SystemTests.Readme;

/// <summary>Every command on the README's first screen, run as it stands but for the ports of this run.</summary>
[Collection(OneSuite.Name)]
public sealed partial class ReadmeTests(RunningSuite suite)
{
    private static readonly string[] Commands =
    [
        .. Blocks().Matches(File.ReadAllText(SolutionFolder.In("README.md")))
            .SelectMany(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
    ];

    public static TheoryData<string> Runnable => [.. Commands.Where(c => c.StartsWith("curl ", StringComparison.Ordinal))];

    public static TheoryData<string> NeedingBuf => [.. Commands.Where(c => c.StartsWith("npx ", StringComparison.Ordinal))];

    [Fact]
    public void The_first_command_is_the_one_the_suite_is_started_with_here_and_the_second_runs_these_tests()
    {
        Assert.Equal("dotnet run --project deploy/local", Commands[0]);
        Assert.Equal("dotnet test", Commands[1]);
        Assert.Contains("\ndotnet test ", File.ReadAllText(SolutionFolder.In(".ci", "run")), StringComparison.Ordinal);
    }

    [Fact]
    public void No_command_is_left_untested()
    {
        string[] elsewhere = ["dotnet run --project deploy/local", "dotnet test", "npm install --prefix .ci --no-save --ignore-scripts"];
        var known = elsewhere.Concat(Runnable.Select(r => (string)r.Data)).Concat(NeedingBuf.Select(r => (string)r.Data)).Concat(TokenAndImport);

        Assert.Equal(Commands.Order(), known.Order());
    }

    [Theory]
    [MemberData(nameof(Runnable))]
    public async Task Each_curl_answers_with_JSON(string command)
    {
        Needs.Program("curl");
        var run = await BashAsync(command.Replace("curl ", "curl --silent --show-error --fail ", StringComparison.Ordinal));

        Assert.True(run.ExitCode == 0, run.Everything);
        Assert.StartsWith("{", run.Output.TrimStart(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(NeedingBuf))]
    public async Task Each_gRPC_call_of_a_stock_client_answers(string command)
    {
        Needs.CiTool("buf");
        var run = await BashAsync(command);

        Assert.True(run.ExitCode == 0, run.Everything);
        Assert.StartsWith("{", run.Output.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("verdicts", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_token_command_prints_a_token_and_nothing_else()
    {
        var run = await BashAsync(TokenAndImport[0].Replace("dotnet run", "dotnet run --no-build", StringComparison.Ordinal) + " --data " + suite.Launched.Data);

        Assert.True(run.ExitCode == 0, run.Everything);
        Assert.Matches(@"^[\w-]+\.[\w-]+\.[\w-]+\n$", run.Output);
    }

    [Fact]
    public async Task The_import_command_explains_itself_and_lists_its_formats()
    {
        var run = await BashAsync(TokenAndImport[1].Replace("dotnet run", "dotnet run --no-build", StringComparison.Ordinal));

        Assert.True(run.ExitCode == 0, run.Everything);
        foreach (var format in new[] { "ofsted-outcomes", "ofsted-ilacs-history", "d2i-ilacs", "jtai-letters", "coded-findings", "d2i-send" })
            Assert.Contains(format, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_and_the_description_it_points_to_are_there()
    {
        using var page = await suite.Http.GetAsync(new Uri("/areas/E10000020", UriKind.Relative), TestContext.Current.CancellationToken);
        using var description = await suite.Http.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.True(page.IsSuccessStatusCode);
        Assert.True(description.IsSuccessStatusCode);
    }

    private static readonly string[] TokenAndImport =
    [
        "dotnet run --project deploy/local -- token ofsted inspector",
        "dotnet run --project services/Ofsted -- import --help",
    ];

    private Task<Finished> BashAsync(string command) => Shell.RunAsync(
        Needs.Program("bash"),
        "-c",
        command
            .Replace("http://127.0.0.1:8080", suite.Launched.Http, StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8081", suite.Launched.Grpc, StringComparison.Ordinal));

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
