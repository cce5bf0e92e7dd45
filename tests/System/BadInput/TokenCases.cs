namespace Inspectorates.SystemTests.BadInput;

/// <summary>Tokens that are none, or somebody else's.</summary>
internal static class TokenCases
{
    public static BadCase[] All { get; } =
    [
        new("no token", valid => Write(valid), "UNAUTHENTICATED", "TOKEN_REQUIRED"),
        Invalid("an empty one", _ => ""),
        Invalid("no scheme", valid => valid.Tokens.Valid("inspector"), scheme: ""),
        Invalid("a scheme alone", _ => "", scheme: "Bearer"),
        Invalid("Basic", _ => "aW5zcGVjdG9yOg==", scheme: "Basic "),
        Invalid("nonsense", _ => "nonsense"),
        Invalid("no base64", _ => "!!!.???.***"),
        Invalid("two dots", _ => ".."),
        Invalid("a hundred dots", _ => new string('.', 100)),
        Invalid("algorithm none", valid => valid.Tokens.Unsigned()),
        Invalid("algorithm NONE", valid => valid.Tokens.Unsigned("NONE")),
        Invalid("no signature", valid => valid.Tokens.Unsigned("ES256")),
        Invalid("HS256 with the public key", valid => valid.Tokens.SignedWithThePublicKey()),
        Invalid("another key", valid => valid.Tokens.SignedByAnother()),
        Invalid("an altered signature", valid => valid.Tokens.Valid("inspector")[..^6] + "AAAAAA"),
        Invalid("altered claims", valid => Altered(valid.Tokens.Valid("inspector"))),
        Invalid("another inspectorate's issuer", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("iss", "urn:inspectorates:development:cqc"))),
        Invalid("an unknown issuer", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("iss", "https://issuer.example.org/"))),
        Invalid("no issuer", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("iss", null))),
        // Their audience is another inspectorate: the gateway does not even show it to this one.
        ForOthers("another audience", "inspectorates/cqc"),
        ForOthers("no audience", null),
        Invalid("an expired one", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("exp", DateTimeOffset.UtcNow.AddHours(-1).ToUnixTimeSeconds()))),
        Invalid("one that never expires", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("exp", null))),
        Invalid("one of the future", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("nbf", DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds()))),
        Invalid("no subject", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("sub", null))),
        ForOthers("an id token", "the-client"),
        Invalid("an expiry in words", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("exp", "tomorrow"))),
        Invalid("a very long one", valid => valid.Tokens.Signed(valid.Tokens.Spoilt("padding", new string('x', 12_000)))[..^3]),
        new("a role there is none of", valid => With(valid, "Bearer " + valid.Tokens.Signed(valid.Tokens.Spoilt("role", "king"))), "PERMISSION_DENIED", "ROLE_FORBIDS"),
        new("a role that is a list of nothing", valid => With(valid, "Bearer " + valid.Tokens.Signed(valid.Tokens.Spoilt("role", Array.Empty<string>()))), "PERMISSION_DENIED", "ROLE_FORBIDS"),
        new("a role that may not write", valid => With(valid, "Bearer " + valid.Tokens.Valid("auditor")), "PERMISSION_DENIED", "ROLE_FORBIDS"),
        new("two of them", valid => Write(valid).With("inspectorate", "ofsted")
            .With("authorization", "Bearer " + valid.Tokens.Valid("inspector")).With("authorization", "Bearer " + valid.Tokens.Valid("lead")).Raw(), "UNAUTHENTICATED", "TOKEN_INVALID"),
        new("two of them with a comma", valid => With(valid, $"Bearer {valid.Tokens.Valid("inspector")}, Bearer {valid.Tokens.Valid("lead")}"), "UNAUTHENTICATED", "TOKEN_INVALID"),
        new("a bad one where none is needed", _ => Sent.Framed("VerdictService/ListVerdicts", Sent.Frame([])).With("authorization", "Bearer nonsense"), "UNAUTHENTICATED", "TOKEN_INVALID"),
    ];

    private static BadCase Invalid(string name, Func<Valid, string> token, string scheme = "Bearer ") =>
        new(name, valid => With(valid, scheme + token(valid)), "UNAUTHENTICATED", "TOKEN_INVALID");

    private static BadCase ForOthers(string name, string? audience) =>
        Invalid(name, valid => valid.Tokens.Signed(valid.Tokens.Spoilt("aud", audience))) with { AtTheGateway = ("UNAUTHENTICATED", "TOKEN_OF_ANOTHER_INSPECTORATE") };

    private static Sent Write(Valid valid) => Sent.Call("VerdictService/RecordVerdict", valid.Recording());

    private static Sent With(Valid valid, string authorization) => Write(valid).With("authorization", authorization);

    // The middle of the claims: another letter of base64 in place of one.
    private static string Altered(string token)
    {
        var place = token.IndexOf('.', StringComparison.Ordinal) + 20;
        return token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
    }
}
