using System.Reflection;
using Google.Protobuf.Reflection;

namespace Inspectorates.Hosting.Records;

/// <summary>The values of an enum by the names the contract gives them.</summary>
internal static class EnumNames
{
    /// <summary>In the contract's order, the unspecified one first.</summary>
    public static IEnumerable<string> Of<T>()
        where T : struct, Enum =>
        typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(value => value.GetCustomAttribute<OriginalNameAttribute>()?.Name ?? value.Name);
}
