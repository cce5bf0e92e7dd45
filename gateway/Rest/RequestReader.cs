using System.Collections;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Gateway.Answering;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Rest;

/// <summary>Reads the method's request out of a path and a query.</summary>
internal static class RequestReader
{
    /// <exception cref="RefusedException">A parameter is unknown, given twice, or of the wrong form.</exception>
    public static IMessage Read(Operation operation, HttpRequest http)
    {
        var request = operation.Rpc.InputType.Parser.ParseFrom(ByteString.Empty);
        foreach (var field in operation.InPath)
            Set(request, field, (string)http.RouteValues[field.JsonName]!);

        foreach (var (name, values) in http.Query)
        {
            if (operation.InQuery.FirstOrDefault(field => field.IsMap && name.StartsWith($"{field.JsonName}.", StringComparison.Ordinal)) is { } map)
            {
                // One given twice is told with whatever else is wrong with the entries: its values stand beside each other.
                if (values.ToString() is { Length: > 0 } entry)
                    ((IDictionary)map.Accessor.GetValue(request))[name[(map.JsonName.Length + 1)..]] = entry;
                continue;
            }

            var field = operation.InQuery.FirstOrDefault(field => field.JsonName == name && !field.IsMap) ?? throw Unknown(operation, name);
            if (values.Count > 1)
                throw new RefusedException(ErrorReason.FieldMalformed, $"The parameter {name} is given {values.Count} times.")
                { Field = field.Name };
            Set(request, field, values.ToString());
        }

        return request;
    }

    private static void Set(IMessage request, FieldDescriptor field, string text)
    {
        if (text.Length > 0)
            field.Accessor.SetValue(request, Value(field, text));
    }

    private static object Value(FieldDescriptor field, string text)
    {
        if (field.FieldType is FieldType.String)
            return text;
        if (field.FieldType is FieldType.Int32)
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new RefusedException(ErrorReason.FieldMalformed, $"{field.JsonName} must be a whole number.") { Field = field.Name };
        if (field.FieldType is FieldType.Bool)
            return text switch
            {
                "true" => true,
                "false" => false,
                _ => throw new RefusedException(ErrorReason.FieldMalformed, $"{field.JsonName} must be true or false.") { Field = field.Name },
            };
        if (field.FieldType is FieldType.Enum)
            return field.EnumType.FindValueByName(text) is { Number: > 0 } value
                ? value.Number
                : throw new RefusedException(
                    ErrorReason.FieldMalformed, $"{field.JsonName} must be one of {string.Join(", ", Names(field.EnumType))}.")
                { Field = field.Name };
        if (field.FieldType is FieldType.Message && field.MessageType.FullName == Timestamp.Descriptor.FullName)
            return RecordedInstant.Parse(text)!;
        throw new NotSupportedException($"{field.FullName} cannot be a parameter.");
    }

    /// <summary>The names of an enum that mean something.</summary>
    public static IEnumerable<string> Names(EnumDescriptor type) =>
        type.Values.Where(value => value.Number != 0).Select(value => value.Name);

    // A parameter that is silently passed over would answer another question than the one asked.
    private static RefusedException Unknown(Operation operation, string name)
    {
        var known = operation.InQuery.Select(field => field.IsMap ? $"{field.JsonName}.{{code}}" : field.JsonName).ToArray();
        var shown = name.Length <= 40 && name.All(char.IsAsciiLetterOrDigit) ? $"\"{name}\"" : "of that name";
        return new RefusedException(ErrorReason.FieldMalformed, known.Length == 0
            ? $"There is no parameter {shown}; this takes none."
            : $"There is no parameter {shown}; there are {string.Join(", ", known)}.");
    }
}
