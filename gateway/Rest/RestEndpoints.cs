using Inspectorates.Gateway.Asking;

namespace Inspectorates.Gateway.Rest;

/// <summary>Serves <see cref="Operations"/> as JSON.</summary>
internal static class RestEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapRest(this IEndpointRouteBuilder routes)
    {
        foreach (var operation in Operations.All)
            routes.MapMethods(operation.Path, Reading, context => AnswerAsync(operation, context))
                .WithDisplayName(operation.Rpc.Name);
        routes.MapMethods(OpenApiDocument.Path, Reading, OpenApiDocument.ServeAsync);
    }

    private static async Task AnswerAsync(Operation operation, HttpContext context)
    {
        var request = RequestReader.Read(operation, context.Request);
        var answer = await operation.Answer(
            context.RequestServices, request, context.Caller(), context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(ProtoJson.Write(operation.RootOf(answer)), context.RequestAborted);
    }

    /// <summary>On whose behalf the request is made.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Request.Headers.Authorization is [{ Length: > 0 } header] ? new Caller(header, null) : Asking.Caller.Anonymous;
}
