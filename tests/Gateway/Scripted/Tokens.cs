using System.Buffers.Text;
using System.Text;

namespace Inspectorates.Gateway.Tests.Scripted;

/// <summary>Tokens as far as the gateway looks at them: their claims; nobody signed them.</summary>
public static class Tokens
{
    /// <summary>An <c>Authorization</c> header whose token is meant for the inspectorates.</summary>
    public static string For(params string[] inspectorates) => Of(
        $$"""{"iss":"https://issuer.example","sub":"somebody","aud":[{{string.Join(',', inspectorates.Select(code => $"\"inspectorates/{code}\""))}}]}""");

    /// <summary>An <c>Authorization</c> header whose token has the claims, as JSON.</summary>
    public static string Of(string claims) => $"Bearer e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";
}
