using System.Runtime.InteropServices;

namespace Inspectorates.Local;

/// <summary>Asks a process to stop in good order. .NET has no call for it.</summary>
internal static class Signals
{
    private const int Sigterm = 15;

    /// <summary>Sends SIGTERM where there are signals; elsewhere does nothing and says so.</summary>
    public static bool TryTerminate(int processId) => !OperatingSystem.IsWindows() && Kill(processId, Sigterm) == 0;

#pragma warning disable SYSLIB1054 // The generated form needs unsafe code, for two integers.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
#pragma warning restore SYSLIB1054
}
