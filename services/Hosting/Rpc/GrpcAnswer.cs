using Google.Protobuf;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Inspectorates.Hosting.Rpc;

/// <summary>Answers a gRPC call with a status from outside gRPC's own handlers.</summary>
internal static class GrpcAnswer
{
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
        var trailers = context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers;
        if (trailers is { IsReadOnly: false } && trailers.ContainsKey("grpc-status"))
            Set(trailers, status);
        else if (!context.Response.HasStarted)
            Set(context.Response.Headers, status);
    }

    private static void Set(IHeaderDictionary headers, Google.Rpc.Status status)
    {
        headers["grpc-status"] = status.Code.ToString(System.Globalization.CultureInfo.InvariantCulture);
        headers["grpc-message"] = Uri.EscapeDataString(status.Message);
        headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
    }
}
