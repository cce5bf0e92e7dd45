namespace Inspectorates.Local;

/// <summary>A pipe that stays open as long as the launcher lives. Its end tells a program to stop in good order.</summary>
internal static class ParentPipe
{
    /// <summary>Set to <c>stdin</c> for programs that hold the pipe.</summary>
    public const string Variable = "INSPECTORATES_PARENT_PIPE";

    /// <summary>Stops this program when the stream ends.</summary>
    public static void ExitAtEnd(Stream pipe) =>
        new Thread(() =>
        {
            try
            {
                while (pipe.ReadByte() >= 0)
                {
                    // Nothing is ever sent; only the end matters.
                }
            }
            catch (IOException)
            {
                // A broken pipe is an end too.
            }

            if (!Signals.TryTerminate(Environment.ProcessId))
                Environment.Exit(0);
        })
        { IsBackground = true, Name = "parent pipe" }.Start();
}
