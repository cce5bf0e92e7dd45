using System.Security.Cryptography;
using Grpc.Core;
using Inspectorates.V1;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inspectorates.Conformance;

public abstract partial class InspectorateConformance
{
    public static TheoryData<string> BadTokens =>
        ["another inspectorate's", "alg none", "HS256 with the public key", "expired", "not yet valid", "another audience", "no subject", "another key", "nonsense", "Basic", "empty"];

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task A_bad_token_is_refused_for_writing_and_for_reading(string kind)
    {
        var headers = new Metadata { { "authorization", Bad(kind) } };

        var writing = await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(
            Samples.Recording(Samples.Published(SomeArea, "2024-02-01")), headers, cancellationToken: Stop));
        var reading = await Refused.ByAsync(service.Verdicts.ListVerdictsAsync(new ListVerdictsRequest(), headers, cancellationToken: Stop));

        writing.Is(StatusCode.Unauthenticated, "TOKEN_INVALID");
        reading.Is(StatusCode.Unauthenticated, "TOKEN_INVALID");
    }

    [Fact]
    public async Task A_write_is_never_anonymous()
    {
        var refused = await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(
            Samples.Recording(Samples.Published(SomeArea, "2024-02-01")), cancellationToken: Stop));

        refused.Is(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
    }

    [Theory]
    [InlineData("inspector", true)]
    [InlineData("lead", true)]
    [InlineData("publisher", true)]
    [InlineData("quality-assurer", false)]
    [InlineData("auditor", false)]
    [InlineData("operator", false)]
    [InlineData("king", false)]
    public async Task Roles_decide_who_writes(string role, bool may)
    {
        var call = service.Verdicts.RecordVerdictAsync(
            Samples.Recording(Samples.Published(SomeArea, "2024-02-01")), service.As(role), cancellationToken: Stop);

        if (may)
            Assert.Equal(1, (await call).Verdict.Revision);
        else
            (await Refused.ByAsync(call)).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
    }

    [Fact]
    public async Task No_identity_header_is_believed()
    {
        var headers = new Metadata { { "x-user-id", "inspector" }, { "x-role", "inspector" }, { "x-forwarded-user", "lead" } };

        var refused = await Refused.ByAsync(service.Verdicts.RecordVerdictAsync(
            Samples.Recording(Samples.Published(SomeArea, "2024-02-01")), headers, cancellationToken: Stop));

        refused.Is(StatusCode.Unauthenticated, "TOKEN_REQUIRED");
    }

    private string Bad(string kind)
    {
        var now = service.Time.GetUtcNow().UtcDateTime;
        return kind switch
        {
            "another inspectorate's" => "Bearer " + service.Issuer.Mint("another", "inspector"),
            "alg none" => "Bearer " + Token(new SecurityTokenDescriptor(), null),
            "HS256 with the public key" => "Bearer " + Token(
                new SecurityTokenDescriptor(), new SigningCredentials(new SymmetricSecurityKey(PublicKey()), SecurityAlgorithms.HmacSha256)),
            "expired" => "Bearer " + service.Issuer.Mint(Samples.Code, "inspector", lifetime: TimeSpan.FromHours(-1)),
            "not yet valid" => "Bearer " + Own(new SecurityTokenDescriptor { NotBefore = now.AddMinutes(10) }),
            "another audience" => "Bearer " + Own(new SecurityTokenDescriptor { Audience = "inspectorates/another" }),
            "no subject" => "Bearer " + Own(new SecurityTokenDescriptor { Claims = new Dictionary<string, object> { ["role"] = "inspector" } }),
            "another key" => "Bearer " + Token(
                new SecurityTokenDescriptor(), new SigningCredentials(new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)), SecurityAlgorithms.EcdsaSha256)),
            "nonsense" => "Bearer nonsense",
            "Basic" => "Basic aW5zcGVjdG9yOg==",
            "empty" => "Bearer ",
            _ => throw new ArgumentException(kind),
        };
    }

    private string Own(SecurityTokenDescriptor token)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(service.KeyFile));
        return Token(token, new SigningCredentials(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256));
    }

    private byte[] PublicKey()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(service.KeyFile));
        return key.ExportSubjectPublicKeyInfo();
    }

    private string Token(SecurityTokenDescriptor token, SigningCredentials? signing)
    {
        var now = service.Time.GetUtcNow().UtcDateTime;
        token.Issuer = Hosting.Trust.DevelopmentIssuer.IssuerOf(Samples.Code);
        token.Audience ??= $"inspectorates/{Samples.Code}";
        token.NotBefore ??= now;
        token.IssuedAt = now;
        token.Expires = now.AddHours(1);
        token.Claims ??= new Dictionary<string, object> { ["sub"] = "somebody", ["role"] = "inspector" };
        token.SigningCredentials = signing;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }
}
