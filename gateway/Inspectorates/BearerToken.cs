using System.Buffers.Text;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// A bearer token as far as it can be read without being checked. Nothing here trusts it: a service it is sent to
/// checks it. It is read so that it is not shown to services it is not meant for.
/// See docs/decisions/0061-a-token-is-shown-to-its-audience-only.md.
/// </summary>
internal sealed partial class BearerToken
{
    // A claim given twice would be read here in one way and by a service in another.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly string text;
    private readonly FrozenSet<string> audience;

    private BearerToken(string text, JsonElement claims)
    {
        this.text = text;
        audience = claims.TryGetProperty("aud", out var named) ? Values(named).ToFrozenSet(StringComparer.Ordinal) : [];
        Issuer = Text(claims, "iss");
        Subject = Text(claims, "sub");
    }

    /// <summary>The <c>Authorization</c> header to send on: written here, so that no service reads it otherwise than we did.</summary>
    public string Header => $"Bearer {text}";

    /// <summary>Who it says has issued it; empty: it does not say.</summary>
    public string Issuer { get; }

    /// <summary>Whom it says it is about; empty: it does not say.</summary>
    public string Subject { get; }

    /// <summary>Whether it is meant for the inspectorate: its audience names <c>inspectorates/{code}</c>.</summary>
    public bool IsFor(string inspectorate) => audience.Contains($"inspectorates/{inspectorate}");

    /// <summary>The token of the request.</summary>
    /// <param name="authorization">All <c>Authorization</c> headers.</param>
    /// <param name="token">The token; null: there is none, or none that can be read.</param>
    /// <returns>Whether there is one token that can be read.</returns>
    public static bool TryRead(StringValues authorization, [NotNullWhen(true)] out BearerToken? token)
    {
        token = null;
        if (authorization is not [{ } header] || Form().Match(header) is not { Success: true } written)
            return false;
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(written.Groups["payload"].ValueSpan), Strict);
            if (claims.RootElement.ValueKind is not JsonValueKind.Object)
                return false;
            token = new BearerToken(written.Groups["token"].Value, claims.RootElement);
            return true;
        }
        catch (Exception unread) when (unread is JsonException or FormatException or InvalidOperationException)
        {
            // InvalidOperationException is how the reader says of a text that it is no UTF-8.
            return false;
        }
    }

    private static string Text(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static IEnumerable<string> Values(JsonElement audience) => audience.ValueKind switch
    {
        JsonValueKind.String => [audience.GetString()!],
        JsonValueKind.Array => audience.EnumerateArray()
            .Where(value => value.ValueKind is JsonValueKind.String).Select(value => value.GetString()!),
        _ => [],
    };

    // Three parts, as a signed token has (RFC 7519, RFC 7515); nothing beside them, so that no second one hides there.
    [GeneratedRegex(@"^bearer +(?<token>[A-Za-z0-9_-]+\.(?<payload>[A-Za-z0-9_-]+)\.[A-Za-z0-9_-]*) *\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
