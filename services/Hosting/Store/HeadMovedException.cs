namespace Inspectorates.Hosting.Store;

/// <summary>
/// What a session took for granted does not hold: another replica has appended, or a request was answered before. Nothing of
/// the group was kept; it is to be run again.
/// </summary>
internal sealed class HeadMovedException : Exception;
