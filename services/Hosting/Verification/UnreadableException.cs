namespace Inspectorates.Hosting.Verification;

/// <summary>Whether the record holds cannot be told: the store, a checkpoint's file or a key's file cannot be read.</summary>
internal sealed class UnreadableException(string message) : Exception(message);
