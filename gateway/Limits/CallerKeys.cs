using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Inspectorates.Gateway.Asking;

namespace Inspectorates.Gateway.Limits;

/// <summary>Under which names a call is counted.</summary>
internal static class CallerKeys
{
    // What one customer of a network commonly gets: within it an address is free to choose.
    private const int NetworkOctets = 8;

    /// <summary>
    /// The address first, always; then, where there is a token, whom it says it is about. The token is not checked here:
    /// by its subject alone a caller could be somebody new with every call, and by its address alone a person could be
    /// as many callers as there are addresses.
    /// </summary>
    public static IEnumerable<string> Of(HttpContext context)
    {
        yield return Address(context.Connection.RemoteIpAddress);
        if (BearerToken.TryRead(context.Request.Headers.Authorization, out var token) && token.Subject.Length > 0)
            yield return Person(token);
    }

    private static string Address(IPAddress? address) => address switch
    {
        null => "address unknown",
        { IsIPv4MappedToIPv6: true } => $"address {address.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 }
            => $"network {Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkOctets))}",
        _ => $"address {address}",
    };

    // Digested, so that a long subject costs no memory and none is kept.
    private static string Person(BearerToken token) =>
        $"person {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{token.Issuer.Length} {token.Issuer}{token.Subject}")))}";
}
