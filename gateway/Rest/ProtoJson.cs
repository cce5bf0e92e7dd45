using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Inspectorates.Gateway.Rest;

/// <summary>
/// Writes a message in the proto3 JSON mapping with every field present: an unset number, text, list or enum with its
/// default, an absent message as null. Google's own formatter leaves absent messages out, so that a reader could not
/// tell a field that is empty from one that does not exist; any proto3 JSON reader takes both.
/// </summary>
internal static class ProtoJson
{
    /// <summary>How all JSON of the gateway is written.</summary>
    public static readonly JsonWriterOptions Options = new()
    {
        // The answer is application/json and never put into a page: letters of names stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Write(IMessage message)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options))
            Write(writer, message);
        return bytes.ToArray();
    }

    public static void Write(Utf8JsonWriter writer, IMessage message)
    {
        writer.WriteStartObject();
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            writer.WritePropertyName(field.JsonName);
            var value = field.Accessor.GetValue(message);
            if (field.IsMap)
                throw new NotSupportedException($"{field.FullName} is a map; the joint view has none.");
            if (field.IsRepeated)
                WriteList(writer, field, (IList)value);
            else
                WriteValue(writer, field, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, FieldDescriptor field, IList values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
            WriteValue(writer, field, value);
        writer.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter writer, FieldDescriptor field, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case double number: writer.WriteNumberValue(number); break;
            case Timestamp instant: writer.WriteRawValue(JsonFormatter.Default.Format(instant)); break;
            case IMessage message: Write(writer, message); break;
            default:
                if (field.FieldType is not FieldType.Enum)
                    throw new NotSupportedException($"{field.FullName} is a {field.FieldType}; the joint view has none.");
                WriteEnum(writer, field.EnumType, Convert.ToInt32(value, null));
                break;
        }
    }

    private static void WriteEnum(Utf8JsonWriter writer, EnumDescriptor type, int number)
    {
        if (type.FindValueByNumber(number) is { } known)
            writer.WriteStringValue(known.Name);
        else
            writer.WriteNumberValue(number);
    }
}
