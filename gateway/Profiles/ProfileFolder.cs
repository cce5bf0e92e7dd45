using Inspectorates.Gateway.Asking;
using Inspectorates.Gateway.Joint.Balance;

namespace Inspectorates.Gateway.Profiles;

/// <summary>Reads the weight profiles of a folder.</summary>
internal static class ProfileFolder
{
    /// <summary>The folder that ships with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, "Profiles");

    /// <summary>Every <c>*.json</c> in the folder as a profile; none where there are no such files.</summary>
    /// <exception cref="SettingsException">The folder cannot be read or a file is at fault; it names every fault of every file.</exception>
    public static IReadOnlyList<Profile> Read(string folder, ProfileReader reader)
    {
        string[] paths;
        try
        {
            paths = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException(
            [
                $"Gateway:Profiles:Folder \"{folder}\" cannot be read ({unreadable.Message.TrimEnd('.')}); "
                    + "give a folder of weight profiles, or leave it out for those that ship with the program.",
            ]);
        }

        var faults = new List<string>();
        var profiles = new List<Profile>();
        foreach (var path in paths)
        {
            var (profile, wrong) = ReadFile(path, reader);
            faults.AddRange(wrong);
            if (profile is not null)
                profiles.Add(profile);
        }

        foreach (var same in profiles.GroupBy(profile => (profile.Id, profile.Version)).Where(same => same.Count() > 1))
            faults.Add($"{string.Join(", ", same.Select(profile => profile.File))}: $.version {same.Key.Version} of \"{same.Key.Id}\" is in "
                + "more than one file; a version is given once, and a change makes a new one.");
        return faults.Count == 0 ? profiles : throw new SettingsException(faults);
    }

    private static (Profile? Profile, IReadOnlyList<string> Faults) ReadFile(string path, ProfileReader reader)
    {
        var file = Path.GetFileName(path);
        try
        {
            return reader.Read(file, File.ReadAllBytes(path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, [$"{file}: cannot be read ({unreadable.Message.TrimEnd('.')}); let the program's user read it."]);
        }
    }
}
