using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inspectorates.Hosting.Trust;

/// <summary>
/// Issues tokens for trying things out on one's own machine: one key per inspectorate, kept as PEM files in a directory.
/// Services believe it in the Development environment only.
/// </summary>
public sealed class DevelopmentIssuer
{
    /// <summary>What every development issuer's name begins with.</summary>
    public const string Prefix = "urn:inspectorates:development:";

    private readonly string directory;
    private readonly TimeProvider time;

    /// <summary>Creates an issuer whose keys are in a directory; keys that are missing are made when first needed.</summary>
    /// <param name="directory">The directory, made if missing.</param>
    /// <param name="time">The clock that dates the tokens; the system's if left out.</param>
    public DevelopmentIssuer(string directory, TimeProvider? time = null)
    {
        this.directory = directory;
        this.time = time ?? TimeProvider.System;
    }

    /// <summary>The issuer's name for an inspectorate: <c>urn:inspectorates:development:{code}</c>.</summary>
    public static string IssuerOf(string code) => Prefix + code;

    /// <summary>The key file of an inspectorate in a directory of keys: <c>{directory}/{code}.pem</c>.</summary>
    public static string KeyFileOf(string directory, string code) => Path.Combine(directory, code + ".pem");

    /// <summary>Mints a token signed with ES256, for the audience <c>inspectorates/{code}</c>.</summary>
    /// <param name="code">The inspectorate's code, such as <c>ofsted</c>.</param>
    /// <param name="role">The role, such as <c>inspector</c>.</param>
    /// <param name="subject">Who it is said to be. Default: the role at the inspectorate; never a person's name.</param>
    /// <param name="lifetime">How long it is valid. Default: eight hours.</param>
    /// <returns>The token, to be sent as <c>authorization: Bearer ...</c>.</returns>
    public string Mint(string code, string role, string? subject = null, TimeSpan? lifetime = null) =>
        MintFrom(KeyFileOf(directory, code), code, [role], subject, lifetime, []);

    /// <summary>Mints a token of one who has several roles, or reads inspections before they are public.</summary>
    /// <param name="code">The inspectorate's code, such as <c>ofsted</c>.</param>
    /// <param name="roles">The roles.</param>
    /// <param name="subject">Who it is said to be. Default: the first role at the inspectorate; never a person's name.</param>
    /// <param name="lifetime">How long it is valid. Default: eight hours.</param>
    /// <param name="inspections">Keys of the inspections a joint reader may read. Default: none.</param>
    /// <returns>The token, to be sent as <c>authorization: Bearer ...</c>.</returns>
    public string Mint(
        string code, IReadOnlyList<string> roles, string? subject = null, TimeSpan? lifetime = null, IReadOnlyList<string>? inspections = null) =>
        MintFrom(KeyFileOf(directory, code), code, roles, subject, lifetime, inspections ?? []);

    internal string MintFrom(string keyFile, string code, string role) => MintFrom(keyFile, code, [role], null, null, []);

    private string MintFrom(
        string keyFile, string code, IReadOnlyList<string> roles, string? subject, TimeSpan? lifetime, IReadOnlyList<string> inspections)
    {
        var now = time.GetUtcNow().UtcDateTime;
        using var key = KeyFile.LoadOrCreate(keyFile);
        var description = new SecurityTokenDescriptor
        {
            Issuer = IssuerOf(code),
            Audience = $"inspectorates/{code}",
            IssuedAt = now,
            NotBefore = now,
            Expires = now + (lifetime ?? TimeSpan.FromHours(8)),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject ?? $"development-{roles[0]}@{code}",
                ["role"] = roles,
                ["inspection"] = inspections,
            },
            SigningCredentials = new SigningCredentials(
                new ECDsaSecurityKey(key) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
                SecurityAlgorithms.EcdsaSha256),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(description);
    }
}
