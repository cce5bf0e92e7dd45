using System.Globalization;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Answers a gRPC call with a status from outside gRPC's own handlers.</summary>
internal static class GrpcAnswer
{
    private const string Status = "grpc-status";
    private const string Details = "grpc-status-details-bin";

    /// <summary>Answers with the status alone, no message having been sent.</summary>
    public static Task WriteAsync(HttpContext context, Google.Rpc.Status status)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/grpc";
        Set(context.Response.Headers, status);
        return context.Response.CompleteAsync();
    }

    /// <summary>Replaces the status in trailers that have not been sent yet.</summary>
    public static void Replace(HttpContext context, Google.Rpc.Status status)
    {
        var trailers = TrailersOf(context);
        if (trailers is { IsReadOnly: false } && trailers.ContainsKey(Status))
            Set(trailers, status);
        else if (!context.Response.HasStarted)
            Set(context.Response.Headers, status);
    }

    /// <summary>Whether the answer says its reason already.</summary>
    public static bool HasDetails(HttpContext context) =>
        context.Response.Headers.ContainsKey(Details) || TrailersOf(context)?.ContainsKey(Details) == true;

    /// <summary>The status the answer says; null: none.</summary>
    public static StatusCode? StatusIn(HttpContext context)
    {
        var trailers = TrailersOf(context);
        var text = trailers?.TryGetValue(Status, out var trailer) == true ? trailer : context.Response.Headers[Status];
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? (StatusCode)code : null;
    }

    private static IHeaderDictionary? TrailersOf(HttpContext context) => context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;

    private static void Set(IHeaderDictionary headers, Google.Rpc.Status status)
    {
        headers[Status] = status.Code.ToString(CultureInfo.InvariantCulture);
        headers["grpc-message"] = Escaped(status.Message);
        headers[Details] = Convert.ToBase64String(status.ToByteArray());
    }

    // Nothing but what gRPC's rule has escaped: there are clients that undo no more than that.
    private static string Escaped(string message) => string.Concat(
        Encoding.UTF8.GetBytes(message).Select(octet => octet is >= 0x20 and <= 0x7E and not (byte)'%' ? $"{(char)octet}" : $"%{octet:X2}"));
}
