namespace Inspectorates.Hosting.Settings;

/// <summary>Whose tokens are believed.</summary>
/// <param name="Issuer">The one issuer: an https address, or in Development the development issuer's URN.</param>
/// <param name="Audience">The audience a token must be for.</param>
/// <param name="DevelopmentKeyFile">PEM file of the development issuer's key; null outside Development.</param>
internal sealed record TrustSettings(string Issuer, string Audience, string? DevelopmentKeyFile);
