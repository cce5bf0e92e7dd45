using System.Text.Json;

namespace Inspectorates.Hosting.Imports.Joint;

/// <summary>Reads a file that is one JSON array of objects.</summary>
internal static class JsonRecords
{
    /// <summary>The elements in file order, with their position from 1.</summary>
    /// <param name="file">The file.</param>
    /// <param name="what">What the elements are called, in the plural, for messages.</param>
    /// <exception cref="UnreadableFileException">It is not JSON, or not an array.</exception>
    public static IReadOnlyList<(int Position, JsonElement Element)> Read(ImportFile file, string what)
    {
        JsonElement root;
        try
        {
            using var content = file.Open();
            using var document = JsonDocument.Parse(content);
            root = document.RootElement.Clone();
        }
        catch (JsonException invalid)
        {
            throw new UnreadableFileException(
                $"{file.Path}, line {(invalid.LineNumber ?? 0) + 1}: not JSON; an array of {what}, [ {{...}}, {{...}} ], was expected", invalid);
        }

        if (root.ValueKind != JsonValueKind.Array)
            throw new UnreadableFileException(
                $"{file.Path}, line 1: the file holds {InWords(root.ValueKind)} where an array of {what}, [ {{...}}, {{...}} ], was expected");
        return [.. root.EnumerateArray().Select((element, index) => (index + 1, element))];
    }

    /// <summary>What a value is, in words.</summary>
    public static string InWords(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
