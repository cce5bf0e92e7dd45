namespace Inspectorates.Hosting.Store;

/// <summary>Where a store was to be made there is one already. Nothing was changed.</summary>
internal sealed class StoreTakenException(string message) : Exception(message);
