using Google.Protobuf.Reflection;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Refusals;

/// <summary>The names of reasons as the contract spells them, which is not how C# does.</summary>
internal static class ReasonNames
{
    private static readonly EnumDescriptor Descriptor =
        ErrorReasonReflection.Descriptor.FindTypeByName<EnumDescriptor>(nameof(ErrorReason));

    private static readonly Dictionary<ErrorReason, string> Names =
        Descriptor.Values.ToDictionary(value => (ErrorReason)value.Number, value => value.Name);

    private static readonly Dictionary<string, ErrorReason> Reasons =
        Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static string Of(ErrorReason reason) => Names[reason];

    /// <summary>The reason another room gives by its contract name, such as an area's refusal.</summary>
    public static ErrorReason Parse(string name) =>
        Reasons.TryGetValue(name, out var reason)
            ? reason
            : throw new InvalidOperationException($"'{name}' is not a reason of error_reason.proto.");
}
