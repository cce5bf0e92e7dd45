namespace Inspectorates.Hosting.Verification;

/// <summary>The record does not hold; the message says in one line where first and what is wrong.</summary>
internal sealed class BrokenRecordException(string message) : Exception(message);
