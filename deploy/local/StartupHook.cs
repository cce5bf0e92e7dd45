using Inspectorates.Local;

// The runtime looks for this very name, outside any namespace, in the assembly of DOTNET_STARTUP_HOOKS.
#pragma warning disable CA1050

/// <summary>Runs in every program the launcher starts: when the launcher is gone, however it went, the program stops too.</summary>
internal static class StartupHook
{
    /// <summary>Called by the runtime before Main.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(ParentPipe.Variable) != "stdin")
            return;
        Environment.SetEnvironmentVariable(ParentPipe.Variable, null);
        ParentPipe.ExitAtEnd(Console.OpenStandardInput());
    }
}
