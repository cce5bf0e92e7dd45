using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public sealed class ImportCommandTests(RunningService<FictionalInspectorate> service) : IClassFixture<RunningService<FictionalInspectorate>>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("import-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_row_ends_in_one_category_and_they_add_up()
    {
        var file = Write("one-2025-03-31.txt", "area day grade", "301 2025-03-01 fine", "302 2025-03-01 elsewhere", "303 2025-03-01", "304 2025-03-01 splendid");

        var run = await ImportAsync(file, "--json");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(4, run["rows"]);
        Assert.Equal((1, 1, 2), (run["recorded"], run["outOfScope"], run["refused"]));
        Assert.Contains($"{file}:4: grade: is missing; fine or poor would be right", run.Error);
        Assert.Contains($"{file}:5: fiction/304/2025-03-01: fiction (2024-) has no grade 'splendid'. It has fine, poor, not-rated.", run.Error);
        Assert.Contains("out of scope, 1 rows: another country", run.Error);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var file = Write("two-2025-03-31.txt", "area day grade", "305 2025-03-01 fine", "306 2025-03-01 poor");

        var first = await ImportAsync(file, "--json");
        var again = await ImportAsync(file, "--json");

        Assert.Equal((0, 2, 0), (first.ExitCode, first["recorded"], first["unchanged"]));
        Assert.Equal((0, 0, 2), (again.ExitCode, again["recorded"], again["unchanged"]));
    }

    [Fact]
    public async Task A_newer_edition_supersedes_and_an_older_conflicts_saying_where()
    {
        var older = Write("three-2024-03-31.txt", "area day grade", "307 2024-03-01 fine");
        var newer = Write("three-2025-03-31.txt", "area day grade", "307 2024-03-01 poor");
        await ImportAsync(older);

        var superseded = await ImportAsync(newer, "--json");
        var conflicting = await ImportAsync(older, "--json");

        Assert.Equal((0, 1), (superseded.ExitCode, superseded["superseded"]));
        Assert.Equal((0, 1), (conflicting.ExitCode, conflicting["conflicting"]));
        Assert.Contains(
            "grade of overall: 'poor' stands (edition three-2025-03-31), not 'fine'; older edition three-2024-03-31 does not supersede three-2025-03-31",
            conflicting.Error);
    }

    [Fact]
    public async Task Hundreds_of_rows_go_in_batches()
    {
        var days = Enumerable.Range(0, 250).Select(day => new DateOnly(2024, 1, 1).AddDays(day));
        var file = Write("many-2025-03-31.txt", ["area day grade", .. days.Select(day => $"308 {day:yyyy-MM-dd} fine")]);

        var run = await ImportAsync(file, "--json");

        Assert.Equal((0, 250), (run.ExitCode, run["recorded"]));
    }

    [Fact]
    public async Task A_file_of_another_form_is_named_and_nothing_is_imported()
    {
        var good = Write("good-2025-03-31.txt", "area day grade", "309 2025-03-01 fine");
        var bad = Write("bad.txt", "something else");

        var run = await ImportAsync(good, bad);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{bad}:1: the first line is not 'area day grade'.", run.Error);
        Assert.Empty((await service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest { Area = "309" }, cancellationToken: TestContext.Current.CancellationToken)).Verdicts);
    }

    [Theory]
    [InlineData("--format", "nonsense", "has no format 'nonsense'. It has lines, facts.")]
    [InlineData("--format", "lines", "no-such-file.txt")]
    public async Task A_wrong_format_or_file_ends_with_2_and_says_what_would_be_right(string option, string value, string says)
    {
        var run = await ProgramRun.Of(new FictionalInspectorate(), "import", option, value, "--token", "t", Path.Combine(folder, "no-such-file.txt"));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(says, run.Error);
    }

    [Fact]
    public async Task Without_a_format_the_command_line_is_wrong()
    {
        var run = await ProgramRun.Of(new FictionalInspectorate(), "import", "x");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--format", run.Error);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_named_with_what_was_done()
    {
        var file = Write("four-2025-03-31.txt", "area day grade", "310 2025-03-01 fine");

        var run = await ProgramRun.Of(new FictionalInspectorate(), "import", "--format", "lines", "--address", "http://127.0.0.1:9", "--token", "t", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"The service at http://127.0.0.1:9 cannot be reached. {file}: 0 of 1 rows were done. Importing again is safe", run.Error);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("127.0.0.1:5101")]
    [InlineData("ftp://127.0.0.1")]
    public async Task An_address_that_is_none_is_said_to_be(string address)
    {
        var file = Write("none-2025-03-31.txt", "area day grade", "310 2025-03-01 fine");

        var run = await ProgramRun.Of(new FictionalInspectorate(), "import", "--format", "lines", "--address", address, "--token", "t", file);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"'{address}' is no address of a service; one is written http://127.0.0.1:", run.Error);
    }

    [Fact]
    public async Task A_token_of_another_inspectorate_is_not_taken()
    {
        var file = Write("five-2025-03-31.txt", "area day grade", "311 2025-03-01 fine");

        var run = await ProgramRun.Of(
            new FictionalInspectorate(), "import", "--format", "lines", "--address", service.Address, "--token", service.Issuer.Mint("another", "inspector"), file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("does not take the token", run.Error);
    }

    [Fact]
    public async Task Compiled_facts_import_as_what_they_were_compiled_from()
    {
        var file = Write("six-2025-03-31.txt", "area day grade", "312 2025-03-01 fine", "313 2025-03-01 poor");
        var facts = Path.Combine(folder, "facts");
        await ImportAsync(file);

        var compiled = await ProgramRun.Of(new FictionalInspectorate(), "compile-facts", "--format", "lines", "--out", facts, file);
        var run = await ProgramRun.Of(
            new FictionalInspectorate(), "import", "--format", "facts", "--address", service.Address,
            "--token", service.Issuer.Mint("fictional", "inspector"), "--json", Path.Combine(facts, "lines-inspections.csv"));

        Assert.Equal(0, compiled.ExitCode);
        Assert.Equal((0, 2), (run.ExitCode, run["unchanged"]));
    }

    private Task<ProgramRun> ImportAsync(params string[] args) => ProgramRun.Of(
        new FictionalInspectorate(),
        ["import", "--format", "lines", "--address", service.Address, "--token", service.Issuer.Mint("fictional", "inspector"), .. args]);

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
