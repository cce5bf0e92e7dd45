using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Inspectorates.Gateway.Answering;
using Inspectorates.Gateway.Pages;

namespace Inspectorates.Gateway.Rest;

/// <summary>
/// Tells a refusal as problem details (RFC 9457) with the contract's reason; outside the JSON interface, as a page to
/// a browser.
/// </summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    /// <summary>Writes the refusal as the whole answer.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refused">Why.</param>
    /// <param name="status">The HTTP status, where it is another than the reason's own.</param>
    public static Task WriteAsync(HttpContext context, RefusedException refused, int? status = null)
    {
        if (IsAReaders(context.Request))
            return PageEndpoints.Problem(context, refused, status).ExecuteAsync(context);

        var response = context.Response;
        response.StatusCode = status ?? Reasons.HttpStatus(refused.Reason);
        response.ContentType = ContentType;
        // An answer that was passed on without a body has said that it is empty.
        response.ContentLength = null;
        response.Headers.CacheControl = "no-store";
        if (refused.RetryAfter is { } wait)
            response.Headers.RetryAfter = Seconds(wait);
        if (Reasons.HttpStatus(refused.Reason) is StatusCodes.Status401Unauthorized)
            response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return response.Body.WriteAsync(Body(refused, response.StatusCode), context.RequestAborted).AsTask();
    }

    /// <summary>A wait as HTTP writes it: in whole seconds, and never none, which would invite to ask again at once.</summary>
    public static string Seconds(TimeSpan wait) =>
        Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);

    // A browser asks for HTML by name; programs, and people who look at the JSON, do not want a page for an error.
    private static bool IsAReaders(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static byte[] Body(RefusedException refused, int status)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, ProtoJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "about:blank");
            writer.WriteString("title", Reasons.Title(refused.Reason));
            writer.WriteNumber("status", status);
            writer.WriteString("detail", refused.Message);
            writer.WriteString("reason", Reasons.Name(refused.Reason));
            writer.WriteString("field", JsonName(refused.Field));
            writer.WriteStartArray("faults");
            foreach (var fault in refused.Faults)
            {
                writer.WriteStartObject();
                writer.WriteString("field", JsonName(fault.Field));
                writer.WriteString("detail", fault.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteStartArray("sources");
            foreach (var source in refused.Sources)
                ProtoJson.Write(writer, source);
            writer.WriteEndArray();
            writer.WriteString("traceId", Activity.Current?.TraceId.ToString() ?? "");
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The field as a caller of this side writes it: page_size is pageSize here.</summary>
    public static string JsonName(string field) => string.Concat(field.Split('_')
        .Select((part, place) => place == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
