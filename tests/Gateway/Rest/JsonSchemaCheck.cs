using System.Text.Json;

namespace Inspectorates.Gateway.Tests.Rest;

/// <summary>Checks a value against the part of JSON Schema that the description uses, and against nothing else.</summary>
internal static class JsonSchemaCheck
{
    private static readonly HashSet<string> Understood =
        ["$ref", "oneOf", "type", "format", "enum", "items", "properties", "required", "description"];

    public static void Fits(JsonElement document, JsonElement schema, JsonElement value, string where)
    {
        Assert.All(schema.EnumerateObject(), keyword => Assert.Contains(keyword.Name, Understood));
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!.Split('/')[^1];
            Fits(document, document.GetProperty("components").GetProperty("schemas").GetProperty(name), value, where);
        }

        if (schema.TryGetProperty("oneOf", out var choices))
            Fits(document, choices.EnumerateArray().Single(choice => IsNull(choice) == (value.ValueKind is JsonValueKind.Null)), value, where);
        if (schema.TryGetProperty("type", out var type))
            Assert.True(IsOf(type.GetString()!, value.ValueKind), $"{where} is a {value.ValueKind} and should be a {type}.");
        if (schema.TryGetProperty("enum", out var values))
            Assert.Contains(value.GetString(), values.EnumerateArray().Select(known => known.GetString()));
        if (schema.TryGetProperty("items", out var items))
            foreach (var item in value.EnumerateArray())
                Fits(document, items, item, $"{where}[]");
        if (schema.TryGetProperty("properties", out var properties))
        {
            Assert.All(schema.GetProperty("required").EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{where} lacks {name}."));
            foreach (var property in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(property.Name, out var described), $"{where}.{property.Name} is not described.");
                Fits(document, described, property.Value, $"{where}.{property.Name}");
            }
        }
    }

    private static bool IsNull(JsonElement schema) => schema.TryGetProperty("type", out var type) && type.GetString() == "null";

    private static bool IsOf(string type, JsonValueKind kind) => type switch
    {
        "object" => kind is JsonValueKind.Object,
        "array" => kind is JsonValueKind.Array,
        "string" => kind is JsonValueKind.String,
        "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
        "integer" or "number" => kind is JsonValueKind.Number,
        "null" => kind is JsonValueKind.Null,
        _ => false,
    };
}
