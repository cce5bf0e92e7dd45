using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf.Reflection;

namespace Inspectorates.Hosting.Records;

/// <summary>The values of an enum by the names the contract gives them.</summary>
internal static class EnumNames
{
    private static readonly ConcurrentDictionary<Type, Dictionary<int, string>> Known = new();

    /// <summary>In the contract's order, the unspecified one first.</summary>
    public static IEnumerable<string> Of<T>()
        where T : struct, Enum =>
        typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(value => value.GetCustomAttribute<OriginalNameAttribute>()?.Name ?? value.Name);

    /// <summary>The contract's name of a value, such as <c>OFF_SITE</c>; its number where the contract has none.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum
    {
        var names = Known.GetOrAdd(typeof(T), static _ => Enum.GetValues<T>().Zip(Of<T>()).ToDictionary(pair => Convert.ToInt32(pair.First, null), pair => pair.Second));
        return names.TryGetValue(Convert.ToInt32(value, null), out var name) ? name : value.ToString("D");
    }
}
