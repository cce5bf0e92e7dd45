using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Google.Protobuf.Reflection;

namespace Inspectorates.SystemTests.Contract;

/// <summary>The descriptors of the contract are made before two threads can meet them first.</summary>
public sealed class DescriptorTests
{
    // Looks into the very dictionary that breaks. Where a version of Google.Protobuf no longer has it, look whether the
    // module initializer of the contract is still needed.
    [Fact]
    public void Every_file_of_the_contract_is_described_as_soon_as_its_module_is_loaded()
    {
        RuntimeHelpers.RunModuleConstructor(typeof(V1.Verdict).Assembly.ManifestModule.ModuleHandle);

        var described = (IDictionary)typeof(FileDescriptor)
            .GetField("allDependedExtensionsCache", BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
        var imported = Directory.EnumerateFiles(SolutionFolder.In("protos", "inspectorates"), "*.proto", SearchOption.AllDirectories)
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("import \"inspectorates/", StringComparison.Ordinal))
            .Select(line => line.Split('"')[1])
            .ToHashSet();
        Assert.NotEmpty(imported);
        Assert.All(imported, file => Assert.True(described.Contains(file), file));
    }
}
