using System.Text;
using System.Text.Json;

namespace Inspectorates.Gateway.Profiles;

/// <summary>A value of a JSON text with its path and line, so that a fault can be told where it is. Numbers stay text.</summary>
/// <param name="Path">The path from the root: <c>$.bands[2].from</c>.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A text's or number's characters; empty for others.</param>
internal sealed record JsonAt(string Path, int Line, JsonValueKind Kind, string Text)
{
    /// <summary>An object's members in their order, those given twice included.</summary>
    public List<(string Name, JsonAt Value)> Members { get; } = [];

    /// <summary>An array's values.</summary>
    public List<JsonAt> Values { get; } = [];

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="JsonException">It is no JSON; the exception has the line, from 0.</exception>
    public static JsonAt Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var root = Value(ref reader, utf8, "$");
        // Whatever follows the root is a fault that only reading on finds.
        reader.Read();
        return root;
    }

    private static JsonAt Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, string path)
    {
        var line = 1 + utf8[..(int)reader.TokenStartIndex].Count((byte)'\n');
        var read = reader.TokenType switch
        {
            JsonTokenType.StartObject => new JsonAt(path, line, JsonValueKind.Object, ""),
            JsonTokenType.StartArray => new JsonAt(path, line, JsonValueKind.Array, ""),
            JsonTokenType.String => new JsonAt(path, line, JsonValueKind.String, reader.GetString()!),
            JsonTokenType.Number => new JsonAt(path, line, JsonValueKind.Number, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new JsonAt(path, line, JsonValueKind.True, ""),
            JsonTokenType.False => new JsonAt(path, line, JsonValueKind.False, ""),
            _ => new JsonAt(path, line, JsonValueKind.Null, ""),
        };
        while (read.Kind is JsonValueKind.Object && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            read.Members.Add((name, Value(ref reader, utf8, $"{path}.{name}")));
        }

        while (read.Kind is JsonValueKind.Array && reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
            read.Values.Add(Value(ref reader, utf8, $"{path}[{read.Values.Count}]"));
        return read;
    }
}
