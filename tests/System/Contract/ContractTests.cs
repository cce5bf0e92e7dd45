namespace Inspectorates.SystemTests.Contract;

/// <summary>The protos as buf sees them.</summary>
public sealed class ContractTests
{
    private static readonly string Landed = SolutionFolder.In("protos", "landed.binpb");

    [Fact]
    public async Task The_contract_is_lint_clean()
    {
        var lint = await Shell.RunAsync(Needs.CiTool("buf"), "lint", "protos");

        Assert.True(lint.ExitCode == 0, lint.Everything);
    }

    [Fact]
    public async Task Nothing_that_landed_is_broken()
    {
        var breaking = await Shell.RunAsync(Needs.CiTool("buf"), "breaking", "protos", "--against", Landed);

        Assert.True(breaking.ExitCode == 0, breaking.Everything);
    }

    [Fact]
    public async Task A_field_taken_away_or_an_uncommented_one_would_be_found()
    {
        var buf = Needs.CiTool("buf");
        using var copy = new ProtosCopy();
        copy.Change("inspectorates/v1/grade.proto", "  string note = 4;", "  string notes = 5;");
        copy.Change("inspectorates/v1/grade.proto", "  // The exact words the inspectorate prints. Example: `Requires improvement to be good`.\n", "");

        var breaking = await Shell.RunAsync(buf, "breaking", copy.Folder, "--against", Landed);
        var lint = await Shell.RunAsync(buf, "lint", copy.Folder);

        Assert.NotEqual(0, breaking.ExitCode);
        Assert.Contains("field \"4\"", breaking.Everything, StringComparison.Ordinal);
        Assert.NotEqual(0, lint.ExitCode);
        Assert.Contains("label", lint.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void Protos_are_compiled_in_one_project_only()
    {
        var compiling = Directory.EnumerateFiles(SolutionFolder.Path, "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project).Contains("<Protobuf", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.Equal(["Inspectorates.Contracts.csproj"], compiling);
    }
}
