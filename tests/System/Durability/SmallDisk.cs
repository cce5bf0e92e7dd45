using System.Globalization;

namespace Inspectorates.SystemTests.Durability;

/// <summary>A disk in memory that is soon full, and on which room can be made again.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const string Ballast = "ballast";

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <param name="megabytes">All there is.</param>
    /// <param name="kept">How much of it <see cref="MakeRoom"/> gives back.</param>
    public static async Task<SmallDisk> MountAsync(int megabytes, int kept)
    {
        var disk = new SmallDisk(Directory.CreateTempSubdirectory("small-disk-").FullName);
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m");
        var mounted = await Shell.RunAsync(Needs.Program("mount"), "-t", "tmpfs", "-o", size, "tmpfs", disk.Folder);
        if (mounted.ExitCode != 0)
        {
            Directory.Delete(disk.Folder);
            Needs.Unmet($"a small disk cannot be mounted here: {mounted.Errors}");
        }

        await File.WriteAllBytesAsync(Path.Combine(disk.Folder, Ballast), new byte[kept * 1024 * 1024]);
        return disk;
    }

    public void MakeRoom() => File.Delete(Path.Combine(Folder, Ballast));

    public async ValueTask DisposeAsync()
    {
        var unmounted = await Shell.RunAsync(Needs.Program("umount"), Folder);
        Assert.True(unmounted.ExitCode == 0, unmounted.Errors);
        Directory.Delete(Folder);
    }
}
