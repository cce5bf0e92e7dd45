using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Inspectorates.Gateway.Answering;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Rest;

/// <summary>
/// The description of the JSON interface (OpenAPI 3.1), made from <see cref="Operations"/> and the contract's
/// descriptors and comments: nothing in it is written twice.
/// </summary>
internal static class OpenApiDocument
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/openapi/v1.json";

    // Any parameter can be wrong in these ways; anything can go wrong here.
    private static readonly ErrorReason[] Always =
        [
            ErrorReason.FieldMalformed, ErrorReason.FieldOutOfRange, ErrorReason.RateLimited, ErrorReason.ConcurrencyLimited,
            ErrorReason.ServiceFault,
        ];

    private static readonly Lazy<byte[]> Document =
        new(() => System.Text.Encoding.UTF8.GetBytes(Build().ToJsonString()));

    public static async Task ServeAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(Document.Value, context.RequestAborted);
    }

    public static JsonObject Build()
    {
        var schemas = new OpenApiSchemas();
        var paths = new JsonObject();
        foreach (var operation in Operations.All)
            paths[operation.Path] = new JsonObject { ["get"] = Describe(operation, schemas) };

        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Joint inspection view",
                ["version"] = "1",
                ["description"] = "One joint view of how the services that protect children in a local area were inspected: "
                    + "every verdict in its own words and scale, where inspectorates differ, what is missing and why. "
                    + "Every field is always written; one that is absent is null, empty or 0, and its description says "
                    + "what that means. HEAD works wherever GET does.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.All,
                ["securitySchemes"] = new JsonObject
                {
                    ["bearer"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["description"] = "Optional. A token of an inspectorate's issuer, sent on to the inspectorates in its audience.",
                    },
                },
            },
            ["security"] = new JsonArray(new JsonObject(), new JsonObject { ["bearer"] = new JsonArray() }),
        };
    }

    private static JsonObject Describe(Operation operation, OpenApiSchemas schemas)
    {
        var rpc = Contract.Commented(operation.Rpc);
        var comments = rpc.InputType.Fields.InDeclarationOrder();
        JsonArray parameters =
        [
            .. operation.InPath.Select(field => Parameter(Commented(field), "path")),
            .. operation.InQuery.Select(field => Parameter(Commented(field), "query")),
        ];
        return new JsonObject
        {
            ["operationId"] = operation.Rpc.Name,
            ["summary"] = operation.Summary,
            // The table of gRPC codes below the text does not apply here.
            ["description"] = Contract.Comment(rpc).Split("\n\n|")[0],
            ["parameters"] = parameters,
            ["responses"] = Responses(operation, schemas),
        };

        FieldDescriptor Commented(FieldDescriptor field) => comments.Single(commented => commented.Name == field.Name);

        JsonObject Parameter(FieldDescriptor field, string place)
        {
            var parameter = new JsonObject
            {
                ["name"] = field.JsonName,
                ["in"] = place,
                ["required"] = place == "path",
                ["description"] = Contract.Comment(field),
                ["schema"] = OpenApiSchemas.Parameter(field),
            };
            // Each entry of a map is a parameter of its own.
            if (field.IsMap)
                (parameter["style"], parameter["explode"]) = ("form", true);
            return parameter;
        }
    }

    private static JsonObject Responses(Operation operation, OpenApiSchemas schemas)
    {
        var responses = new JsonObject
        {
            ["200"] = Response(operation.Summary, "application/json", schemas.Message(operation.AnswerType)),
        };
        if (operation.AnswerType == JointInspection.Descriptor)
            responses["304"] = new JsonObject
            {
                ["description"] = "The view is the one whose `ETag` was sent as `If-None-Match`. Only for callers without a token.",
            };
        foreach (var refusals in Always.Concat(operation.Refusals).Distinct().GroupBy(Reasons.HttpStatus).OrderBy(group => group.Key))
            responses[refusals.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] = Response(
                string.Join("; ", refusals.Select(reason => $"`{Reasons.Name(reason)}`: {Reasons.Title(reason)}")),
                Problems.ContentType,
                schemas.Problem());
        return responses;
    }

    private static JsonObject Response(string description, string type, JsonObject schema) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = schema } },
    };
}
