namespace Inspectorates.Local;

/// <summary>The suite cannot be started or went down. The message says why and what to do, in plain words.</summary>
internal sealed class LaunchException(string message) : Exception(message);
