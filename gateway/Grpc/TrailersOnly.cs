using System.Text;
using Google.Protobuf;
using Status = Google.Rpc.Status;

namespace Inspectorates.Gateway.Grpc;

/// <summary>Ends a request as gRPC does where there is no message: HTTP 200 with the status among the headers.</summary>
internal static class TrailersOnly
{
    public static bool IsGrpc(HttpRequest request) =>
        request.ContentType is { } type && type.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase)
        && !type.StartsWith("application/grpc-web", StringComparison.OrdinalIgnoreCase);

    public static async Task WriteAsync(HttpContext context, Status status)
    {
        var response = context.Response;
        response.Clear();
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = status.Code.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // The message is percent-encoded by gRPC's rule; the details carry it as it is.
        response.Headers["grpc-message"] = Escaped(status.Message);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray()).TrimEnd('=');
        await response.CompleteAsync();
    }

    // Nothing but what gRPC's rule has escaped: there are clients that undo no more than that.
    private static string Escaped(string message) => string.Concat(
        Encoding.UTF8.GetBytes(message).Select(octet => octet is >= 0x20 and <= 0x7E and not (byte)'%' ? $"{(char)octet}" : $"%{octet:X2}"));
}
