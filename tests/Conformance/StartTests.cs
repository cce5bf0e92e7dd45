using Google.Protobuf.Reflection;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Settings;
using Inspectorates.Hosting.Trust;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("start-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(null, "Trust:Issuer: not set")]
    [InlineData("http://issuer.example.org/", "Trust:Issuer: 'http://issuer.example.org/' is not an https address")]
    [InlineData("urn:inspectorates:development:fictional", "Trust:Issuer: 'urn:inspectorates:development:fictional' is a development issuer")]
    public void Outside_development_only_a_real_issuer_will_do(string? issuer, string says)
    {
        var fault = Assert.Throws<SettingsException>(() => Build("Production", issuer is null ? [] : [$"--Trust:Issuer={issuer}"]));

        Assert.Contains(says, Assert.Single(fault.Faults));
    }

    [Fact]
    public async Task Outside_development_a_real_issuer_will_do()
    {
        await using var app = Build("Production", "--Trust:Issuer=https://issuer.example.org/");

        Assert.NotNull(app);
    }

    [Fact]
    public void All_faults_of_the_settings_are_named_at_once()
    {
        var fault = Assert.Throws<SettingsException>(() => Build(
            "Production", "--Inspectorate:Urls=ftp://x", "--Inspectorate:Reflection=perhaps", "--Inspectorate:Ulrs=x", "--Trust:Issuer=http://x"));

        Assert.Equal(4, fault.Faults.Count);
        Assert.Contains(fault.Faults, one => one.StartsWith("Inspectorate:Ulrs: there is no such setting", StringComparison.Ordinal));
    }

    [Fact]
    public void A_data_directory_that_cannot_be_used_is_named()
    {
        var file = Path.Combine(folder, "a-file");
        File.WriteAllText(file, "");

        var fault = Assert.Throws<SettingsException>(() => InspectorateHost.Build(
            [$"--Inspectorate:DataDirectory={file}", "--environment=Development", $"--Trust:DevelopmentKeyFile={folder}/key.pem"], new FictionalInspectorate()));

        Assert.Contains("Inspectorate:DataDirectory", fault.Message);
        Assert.Contains(file, fault.Message);
    }

    [Fact]
    public async Task The_program_says_what_is_wrong_and_ends_with_1()
    {
        var run = await ProgramRun.Of(new FictionalInspectorate(), "serve", $"--Inspectorate:DataDirectory={folder}", "--environment=Production");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Trust:Issuer", run.Error);
    }

    [Fact]
    public async Task A_stray_word_on_the_command_line_ends_with_2()
    {
        var run = await ProgramRun.Of(new FictionalInspectorate(), "sevre");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'sevre' is neither a subcommand nor a setting", run.Error);
    }

    [Fact]
    public void Every_method_of_the_contract_has_a_row_in_the_policy()
    {
        FileDescriptor[] files =
        [
            InspectorateServiceReflection.Descriptor, InspectionServiceReflection.Descriptor, VerdictServiceReflection.Descriptor,
            ChangeServiceReflection.Descriptor, ImportServiceReflection.Descriptor,
        ];
        var methods = files.SelectMany(file => file.Services).SelectMany(one => one.Methods).Select(method => $"{method.Service.FullName}/{method.Name}").ToList();

        Assert.NotEmpty(methods);
        Assert.Empty(Policy.WithoutRow(methods));
        Assert.Equal(["inspectorates.v1.VerdictService/Forget"], Policy.WithoutRow(["inspectorates.v1.VerdictService/Forget"]));
    }

    private Microsoft.AspNetCore.Builder.WebApplication Build(string environment, params string[] args) => InspectorateHost.Build(
        [$"--Inspectorate:DataDirectory={folder}", $"--environment={environment}", .. args], new FictionalInspectorate());
}
