using System.Collections.Concurrent;
using Google.Protobuf.Reflection;

namespace Inspectorates.Gateway.Pages;

/// <summary>Enum values by the names the contract and the JSON use: <c>NO_VERDICT</c>.</summary>
internal static class ContractNames
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static string Of(Enum value) => Names.GetOrAdd(value, static value =>
        value.GetType().GetField(value.ToString())?.GetCustomAttributes(typeof(OriginalNameAttribute), false)
            is [OriginalNameAttribute original]
            ? original.Name
            : value.ToString());
}
