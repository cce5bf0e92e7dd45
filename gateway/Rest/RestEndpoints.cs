using Inspectorates.Gateway.Asking;
using Inspectorates.Joint.V1;

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
            context.RequestServices, request, Caller.Of(context.Request), context.RequestAborted);
        var root = operation.RootOf(answer);
        if (root is JointInspection view && EntityTags.IsUnchanged(context, view))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = "application/json";
        if (root is not JointInspection)
            context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(ProtoJson.Write(root), context.RequestAborted);
    }
}
