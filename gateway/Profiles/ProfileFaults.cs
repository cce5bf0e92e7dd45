using System.Globalization;

namespace Inspectorates.Gateway.Profiles;

/// <summary>What is wrong with one file, each fault a sentence that names the file, the path, the line and what would be right.</summary>
/// <param name="file">Name of the file.</param>
internal sealed class ProfileFaults(string file)
{
    private readonly List<string> all = [];

    public IReadOnlyList<string> All => all;

    public void At(JsonAt value, string whatIsWrong) => At(value.Path, value.Line, whatIsWrong);

    public void At(string path, int line, string whatIsWrong) =>
        all.Add(string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}: {path} {whatIsWrong}."));

    public void WholeFile(string whatIsWrong) => all.Add($"{file}: {whatIsWrong}.");
}
