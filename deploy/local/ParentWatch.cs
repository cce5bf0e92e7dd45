namespace Inspectorates.Local;

/// <summary>
/// Notices on Linux when <c>dotnet run</c>, which started the launcher, is gone: it does not always pass a signal on, and the
/// suite must not be left behind.
/// </summary>
internal static class ParentWatch
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    /// <summary>Cancels when the parent is gone; does nothing where the launcher was started directly.</summary>
    public static async Task CancelWhenGoneAsync(CancellationTokenSource stop, TimeProvider time)
    {
        if (!OperatingSystem.IsLinux() || Parent() is not { } parent || !StartedByRun(parent))
            return;
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync())
        {
            if (Parent() == parent)
                continue;
            await stop.CancelAsync();
            return;
        }
    }

    // The fourth field of /proc/self/stat; the second is the program's name in brackets and may hold spaces.
    private static int? Parent()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return int.TryParse(fields[1], out var parent) ? parent : null;
    }

    private static bool StartedByRun(int parent)
    {
        try
        {
            return File.ReadAllText($"/proc/{parent}/cmdline").Split('\0').Contains("run");
        }
        catch (IOException)
        {
            return false;
        }
    }
}
