using System.Globalization;
using System.Runtime.InteropServices;

namespace Inspectorates.Local;

/// <summary>Signals where .NET has no call for them.</summary>
internal static class Signals
{
    private const int Sigint = 2;
    private const int Sigterm = 15;

    /// <summary>
    /// Heeds Ctrl-C even where it was set to be ignored, as a shell without job control does for what a script starts in
    /// the background: the suite must stop by the key it names. The runtime leaves an ignored signal ignored, so this must
    /// come before anything touches the console.
    /// </summary>
    public static void HeedInterrupt()
    {
        if (OperatingSystem.IsLinux() && IsIgnored(Sigint))
            _ = Handle(Sigint, handler: 0);
    }

    private static bool IsIgnored(int signal)
    {
        var ignored = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        var mask = ulong.Parse(ignored["SigIgn:".Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (mask & (1UL << (signal - 1))) != 0;
    }

    /// <summary>Asks a process to stop in good order: sends SIGTERM where there are signals; elsewhere does nothing and says so.</summary>
    public static bool TryTerminate(int processId) => !OperatingSystem.IsWindows() && Kill(processId, Sigterm) == 0;

#pragma warning disable SYSLIB1054 // The generated form needs unsafe code, for two integers.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Handle(int signal, nint handler);
#pragma warning restore SYSLIB1054
}
