using System.Net;
using System.Net.Sockets;
using Inspectorates.Hosting.Trust;
using Microsoft.AspNetCore.Http;

namespace Inspectorates.Hosting.Limits;

/// <summary>Whose calls are counted together.</summary>
/// <param name="Issuer">The token's issuer; empty for callers without a token.</param>
/// <param name="Name">The token's subject; the address for callers without a token.</param>
internal sealed record CallerKey(string Issuer, string Name)
{
    public static CallerKey Of(HttpContext context) => context.Features.Get<Caller>() is { Subject.Length: > 0 } caller
        ? new CallerKey(caller.Issuer, caller.Subject)
        : new CallerKey("", NameOf(context.Connection.RemoteIpAddress));

    // One household or company has a whole /64 of IPv6: every address in it would be a caller of its own.
    private static string NameOf(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
