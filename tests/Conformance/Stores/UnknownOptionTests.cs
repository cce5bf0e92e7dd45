using Inspectorates.Conformance.Fictional;

namespace Inspectorates.Conformance.Stores;

/// <summary>A subcommand never works on another store than was meant.</summary>
public sealed class UnknownOptionTests
{
    [Theory]
    [InlineData("migrate")]
    [InlineData("backup", "nowhere.backup")]
    [InlineData("restore", "nowhere.backup")]
    [InlineData("verify")]
    public async Task An_option_that_a_subcommand_does_not_have_is_refused_and_nothing_is_done(params string[] command)
    {
        const string Stray = "--Inspectorate:Store:ConnectionString=Data Source=elsewhere.db";

        var run = await ProgramRun.Of(new FictionalInspectorate(), [.. command, Stray]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"'{Stray}' is no option of {command[0]}. Nothing was done.", run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }
}
