using System.IO.Compression;

namespace Inspectorates.SystemTests.Contract;

/// <summary>The client package made of the contract.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task The_contract_packs_with_its_protos_and_its_documented_clients()
    {
        var folder = Directory.CreateTempSubdirectory("package-");
        try
        {
            var pack = await Shell.RunAsync("dotnet", "pack", "protos", "--no-build", "--configuration", Configuration, "--output", folder.FullName);

            Assert.True(pack.ExitCode == 0, pack.Everything);
            using var package = ZipFile.OpenRead(Assert.Single(folder.GetFiles("*.nupkg")).FullName);
            var files = package.Entries.Select(e => e.FullName).ToArray();
            Assert.Contains("lib/net10.0/Inspectorates.Contracts.dll", files);
            Assert.Contains("lib/net10.0/Inspectorates.Contracts.xml", files);
            Assert.Contains(files, f => f.EndsWith("inspectorates/v1/verdict_service.proto", StringComparison.Ordinal));
            Assert.Contains(files, f => f.EndsWith("inspectorates/joint/v1/joint_inspection_service.proto", StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The configuration these tests were built in: .../bin/Debug/net10.0/.
    private static string Configuration => Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/', '\\')))!;
}
