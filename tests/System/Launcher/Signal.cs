using System.Runtime.InteropServices;

namespace Inspectorates.SystemTests.Launcher;

/// <summary>Sends a signal, as a terminal or an operator would. A bare machine need not have a <c>kill</c> program.</summary>
internal static class Signal
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static void Send(int signal, int process) => Assert.Equal(0, SendSignal(process, signal));

#pragma warning disable SYSLIB1054 // The generated form needs unsafe code, for two integers.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);
#pragma warning restore SYSLIB1054
}
