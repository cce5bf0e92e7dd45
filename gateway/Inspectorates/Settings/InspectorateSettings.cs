namespace Inspectorates.Gateway.Asking;

/// <summary>
/// One entry of <c>Gateway:Inspectorates</c>: all the gateway is told about an inspectorate. Everything else it learns
/// from the inspectorate's self-description.
/// </summary>
/// <param name="Code">The code in names, metadata and addresses: lower-case letters, digits and hyphens.</param>
/// <param name="Address">Where its gRPC service is: <c>http://host:port</c>, or <c>https</c>.</param>
public sealed record InspectorateSettings(string Code, Uri Address);
