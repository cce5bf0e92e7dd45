using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Tokens made by hand with the development issuer's own key: what is wrong with one is that alone.</summary>
internal sealed class Tokens : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create();
    private readonly string _code;

    public Tokens(string keyFile, string code)
    {
        _code = code;
        _key.ImportFromPem(File.ReadAllText(keyFile));
    }

    public string Valid(string role) => Signed(Claims(role));

    /// <summary>The claims of a token that is good, to be spoilt.</summary>
    public Dictionary<string, object> Claims(string role = "inspector")
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new Dictionary<string, object>
        {
            ["iss"] = "urn:inspectorates:development:" + _code,
            ["aud"] = "inspectorates/" + _code,
            ["sub"] = "bad-input",
            ["role"] = role,
            ["iat"] = now,
            ["nbf"] = now,
            ["exp"] = now + 3600,
        };
    }

    public Dictionary<string, object> Spoilt(string claim, object? value)
    {
        var claims = Claims();
        if (value is null)
            claims.Remove(claim);
        else
            claims[claim] = value;
        return claims;
    }

    public string Signed(Dictionary<string, object> claims, string type = "JWT", string algorithm = "ES256") =>
        Joined(Head(algorithm, type), claims, content => _key.SignData(content, HashAlgorithmName.SHA256));

    public string SignedByAnother()
    {
        using var another = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Joined(Head("ES256", "JWT"), Claims(), content => another.SignData(content, HashAlgorithmName.SHA256));
    }

    public string Unsigned(string algorithm = "none") => Joined(Head(algorithm, "JWT"), Claims(), _ => []);

    /// <summary>Whoever takes the algorithm from the token takes the public key for a shared secret.</summary>
    public string SignedWithThePublicKey() => Joined(
        Head("HS256", "JWT"), Claims(), content => HMACSHA256.HashData(Encoding.UTF8.GetBytes(_key.ExportSubjectPublicKeyInfoPem()), content));

    public void Dispose() => _key.Dispose();

    private static string Head(string algorithm, string type) => JsonSerializer.Serialize(new { alg = algorithm, typ = type });

    private static string Joined(string head, Dictionary<string, object> claims, Func<byte[], byte[]> sign)
    {
        var content = $"{Encoded(Encoding.UTF8.GetBytes(head))}.{Encoded(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{content}.{Encoded(sign(Encoding.UTF8.GetBytes(content)))}";
    }

    private static string Encoded(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
