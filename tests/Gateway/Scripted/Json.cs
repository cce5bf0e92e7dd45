using System.Text.Json;

namespace Inspectorates.Gateway.Tests.Scripted;

public static class Json
{
    /// <summary>Whether the text property has the value.</summary>
    public static bool Is(this JsonElement element, string property, string value) =>
        element.GetProperty(property).GetString() == value;

    public static IEnumerable<string> Texts(this JsonElement array, string property) =>
        array.EnumerateArray().Select(element => element.GetProperty(property).GetString()!);
}
