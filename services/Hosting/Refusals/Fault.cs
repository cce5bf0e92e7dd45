using Inspectorates.V1;

namespace Inspectorates.Hosting.Refusals;

/// <summary>One thing wrong with a request.</summary>
/// <param name="Reason">Why it is refused.</param>
/// <param name="Field">The proto field as a path such as <c>verdict.subject.agency.kind</c>. Empty: no field in particular.</param>
/// <param name="Message">The value found and what would be right.</param>
internal sealed record Fault(ErrorReason Reason, string Field, string Message);
