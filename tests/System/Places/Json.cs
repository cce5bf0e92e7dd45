using System.Text.Json;

namespace Inspectorates.SystemTests.Places;

internal static class Json
{
    public static IEnumerable<JsonElement> List(this JsonElement element, string field) => element.GetProperty(field).EnumerateArray();

    public static bool Is(this JsonElement element, string field, string value) => element.GetProperty(field).GetString() == value;
}
