namespace Inspectorates.SystemTests.Contract;

/// <summary>A copy of the protos that a test may spoil.</summary>
internal sealed class ProtosCopy : IDisposable
{
    public ProtosCopy()
    {
        var source = SolutionFolder.In("protos");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".proto", StringComparison.Ordinal) || file.EndsWith("buf.yaml", StringComparison.Ordinal)))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("protos-").FullName;

    public void Change(string file, string from, string to)
    {
        var path = Path.Combine(Folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
