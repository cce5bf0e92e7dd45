namespace Inspectorates.Local.Examples;

/// <summary>A worked example could not be taken further; the message says why, in one sentence.</summary>
internal sealed class ExampleException(string message) : Exception(message);
