using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Settings;

namespace Inspectorates.Conformance;

public sealed class AuditSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("audit-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Audit:CheckpointSeconds=0", "Audit:CheckpointSeconds: '0' is no number of seconds from 0.1 to 86400.")]
    [InlineData("Audit:Witness:Seconds=often", "Audit:Witness:Seconds: 'often' is no number of seconds from 0.1 to 86400.")]
    [InlineData("Audit:Witness:Gateway=gateway:8081", "Audit:Witness:Gateway: 'gateway:8081' is not an address such as http://127.0.0.1:8081.")]
    [InlineData("Audit:Witness:Gateway=http://127.0.0.1:8081", "Audit:Witness:Gateway: set, though no inspectorate is named by Audit:Witness:{code}:TokenFile.")]
    [InlineData("Audit:Witness:fictional:TokenFile=x", "Audit:Witness:fictional:TokenFile: an inspectorate is no witness of its own record. Leave it out.")]
    [InlineData("Audit:Witness:cqc:Token=x", "Audit:Witness:cqc:Token: there is no such setting.")]
    [InlineData("Audit:Checkpoints=x", "Audit:Checkpoints: there is no such setting.")]
    public void A_setting_at_fault_is_named(string setting, string says)
    {
        var fault = Assert.Throws<SettingsException>(() => Build("Development", setting));

        Assert.StartsWith(says, Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Replicas_on_one_server_are_told_to_share_a_key()
    {
        var fault = Assert.Throws<SettingsException>(() => Build(
            "Production", "Trust:Issuer=https://issuer.example.org/", "Inspectorate:Store:ConnectionString=Host=127.0.0.1;Port=1;Database=record"));

        Assert.StartsWith("Audit:KeyFile: not set. All replicas on one PostgreSQL store sign with one key", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_file_that_holds_none_stops_the_start()
    {
        var file = Path.Combine(folder, "key.pem");
        File.WriteAllText(file, "nonsense");

        var fault = Assert.Throws<SettingsException>(() => Build("Development", $"Audit:KeyFile={file}"));

        Assert.StartsWith($"Audit:KeyFile: '{file}' holds no private key of the curve P-256", Assert.Single(fault.Faults), StringComparison.Ordinal);
    }

    private void Build(string environment, params string[] settings) => InspectorateHost.Build(
        [$"--Inspectorate:DataDirectory={folder}", $"--environment={environment}", .. settings.Select(setting => "--" + setting)], new FictionalInspectorate());
}
