using System.Globalization;

namespace Inspectorates.SystemTests.Launcher;

/// <summary>Running processes, read from <c>/proc</c>.</summary>
internal static class Processes
{
    /// <summary>Ids of the processes whose environment or command line names the text, this one left out.</summary>
    public static IReadOnlyList<int> Naming(string text) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && id != Environment.ProcessId && (Read(id, "environ") + Read(id, "cmdline")).Contains(text, StringComparison.Ordinal)),
    ];

    /// <summary>Waits until no process names the text.</summary>
    public static async Task<IReadOnlyList<int>> LeftNamingAsync(string text, TimeSpan within)
    {
        using var late = new CancellationTokenSource(within);
        while (Naming(text).Count > 0 && !late.IsCancellationRequested)
            await Task.Delay(100, CancellationToken.None);
        return Naming(text);
    }

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
