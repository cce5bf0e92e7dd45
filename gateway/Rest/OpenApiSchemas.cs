using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Rest;

/// <summary>JSON schemas of the contract's messages, as <see cref="ProtoJson"/> writes them.</summary>
internal sealed class OpenApiSchemas
{
    private const string ProblemName = "Problem";

    /// <summary>Every schema referred to so far, by name.</summary>
    public JsonObject All { get; } = [];

    /// <summary>A reference to the message's schema.</summary>
    public JsonObject Message(MessageDescriptor message)
    {
        var commented = Contract.Files.SelectMany(file => file.MessageTypes)
            .Single(known => known.FullName == message.FullName);
        if (!All.ContainsKey(Name(commented)))
        {
            // The name is taken before the fields are looked at: a message may hold itself.
            All[Name(commented)] = new JsonObject();
            All[Name(commented)] = Object(commented);
        }

        return Reference(Name(commented));
    }

    /// <summary>The schema of a field as a parameter: an unset enum cannot be asked for.</summary>
    public static JsonObject Parameter(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Enum => new() { ["type"] = "string", ["enum"] = Strings(RequestReader.Names(field.EnumType)) },
        FieldType.Int32 => Integer(),
        FieldType.Bool => new() { ["type"] = "boolean" },
        FieldType.Message when field.IsMap => new()
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject { [$@"^{field.JsonName}\."] = new JsonObject { ["type"] = "string" } },
            ["additionalProperties"] = false,
        },
        FieldType.Message when IsInstant(field) => Instant(),
        FieldType.String => new() { ["type"] = "string" },
        _ => throw new NotSupportedException($"{field.FullName} is a {field.FieldType}; no parameter is."),
    };

    /// <summary>A reference to the schema of problem details.</summary>
    public JsonObject Problem()
    {
        if (!All.ContainsKey(ProblemName))
        {
            All[ProblemName] = new JsonObject();
            All[ProblemName] = ProblemSchema();
        }

        return Reference(ProblemName);
    }

    private JsonObject ProblemSchema() => new()
    {
        ["type"] = "object",
        ["description"] = "Why there is no answer: problem details (RFC 9457) with the contract's reason.",
        ["required"] = Strings(["type", "title", "status", "detail", "reason", "field", "faults", "sources", "traceId"]),
        ["properties"] = new JsonObject
        {
            ["type"] = Text("Always `about:blank`: `reason` says what kind of problem it is."),
            ["title"] = Text("The kind of problem in a few words."),
            ["status"] = Integer(),
            ["detail"] = Text("What is wrong and what would be right."),
            ["reason"] = Enum(Contract.Files.SelectMany(file => file.EnumTypes)
                .Single(type => type.FullName == ErrorReasonReflection.Descriptor.EnumTypes[0].FullName)),
            ["field"] = Text("The parameter that is wrong. Empty: none in particular."),
            ["faults"] = new JsonObject
            {
                ["type"] = "array",
                ["description"] = "Where several parameters are wrong: each, and what would be right. Empty: `field` says all.",
                ["items"] = new JsonObject
                {
                    ["type"] = "object",
                    ["required"] = Strings(["field", "detail"]),
                    ["properties"] = new JsonObject
                    {
                        ["field"] = Text("The parameter that is wrong."),
                        ["detail"] = Text("What is wrong with it and what would be right."),
                    },
                },
            },
            ["sources"] = new JsonObject
            {
                ["type"] = "array",
                ["description"] = "Where no inspectorate answered: each, and why. Empty: something else is wrong.",
                ["items"] = Message(Source.Descriptor),
            },
            ["traceId"] = Text("The id to look for in traces and logs. Empty: none."),
        },
    };

    private JsonObject Object(MessageDescriptor message)
    {
        var properties = new JsonObject();
        foreach (var field in message.Fields.InDeclarationOrder())
            properties[field.JsonName] = Field(field);
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = Contract.Comment(message),
            ["required"] = Strings(message.Fields.InDeclarationOrder().Select(field => field.JsonName)),
            ["properties"] = properties,
        };
    }

    private JsonObject Field(FieldDescriptor field)
    {
        var schema = field.IsRepeated
            ? new JsonObject { ["type"] = "array", ["items"] = Value(field) }
            : field.FieldType is FieldType.Message ? OrNull(Value(field)) : Value(field);
        schema["description"] = Contract.Comment(field);
        return schema;
    }

    private JsonObject Value(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => new() { ["type"] = "string" },
        FieldType.Bool => new() { ["type"] = "boolean" },
        FieldType.Int32 => Integer(),
        FieldType.Double => new() { ["type"] = "number", ["format"] = "double" },
        FieldType.Enum => Enum(field.EnumType),
        FieldType.Message when IsInstant(field) => Instant(),
        FieldType.Message => Message(field.MessageType),
        _ => throw new NotSupportedException($"{field.FullName} is a {field.FieldType}; the joint view has none."),
    };

    private JsonObject Enum(EnumDescriptor type)
    {
        if (!All.ContainsKey(Name(type)))
            All[Name(type)] = new JsonObject
            {
                ["type"] = "string",
                ["description"] = Contract.Comment(type) + "\n\n"
                    + string.Join('\n', type.Values.Select(value => $"- `{value.Name}`: {Contract.Comment(value)}")),
                ["enum"] = Strings(type.Values.Select(value => value.Name)),
            };
        return Reference(Name(type));
    }

    private static string Name(IDescriptor type) => type.FullName[(type.File.Package.Length + 1)..];

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    private static JsonObject OrNull(JsonObject schema) =>
        new() { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };

    private static bool IsInstant(FieldDescriptor field) => field.MessageType.FullName == Timestamp.Descriptor.FullName;

    private static JsonObject Instant() => new() { ["type"] = "string", ["format"] = "date-time" };

    private static JsonObject Integer() => new() { ["type"] = "integer", ["format"] = "int32" };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}
