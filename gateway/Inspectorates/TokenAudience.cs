using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// Whom a bearer token is meant for. Nothing here trusts the token: a service it is sent to checks it. The audience is
/// read only so that a token is not shown to services it is not meant for.
/// </summary>
internal static class TokenAudience
{
    /// <summary>Whether the header's token names the inspectorate (<c>inspectorates/{code}</c>) in its audience.</summary>
    public static bool Includes(string authorization, string inspectorate)
    {
        if (!AuthenticationHeaderValue.TryParse(authorization, out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || header.Parameter?.Split('.') is not [_, var payload, _]
            || !Base64Url.IsValid(payload))
            return false;

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return claims.RootElement.ValueKind is JsonValueKind.Object
                && claims.RootElement.TryGetProperty("aud", out var audience)
                && Values(audience).Contains($"inspectorates/{inspectorate}");
        }
        catch (JsonException)
        {
            // Not a token of ours, then: it is shown to nobody.
            return false;
        }
    }

    private static IEnumerable<string?> Values(JsonElement audience) => audience.ValueKind switch
    {
        JsonValueKind.String => [audience.GetString()],
        JsonValueKind.Array => audience.EnumerateArray()
            .Where(value => value.ValueKind is JsonValueKind.String).Select(value => value.GetString()),
        _ => [],
    };
}
