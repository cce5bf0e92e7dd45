using System.Collections;
using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Inspectorates.Hosting.Refusals;
using Inspectorates.V1;

namespace Inspectorates.Hosting.Rpc;

/// <summary>
/// Refuses the null character in every text of every request, names and filters included: PostgreSQL has no text that holds it, so that
/// what reached the store would be a fault there and a record like any other on SQLite.
/// </summary>
internal sealed class TextInterceptor : Interceptor
{
    // These are never looked for as they were given, and are refused by reasons of their own.
    private static readonly string[] CheckedElsewhere = ["page_token", "cursor", "etag", "area", "areas"];

    private static readonly ConcurrentDictionary<MessageDescriptor, FieldDescriptor[]> Known = new();

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        Check(request);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(request);
        return continuation(request, responseStream, context);
    }

    /// <summary>Looks through a request.</summary>
    /// <exception cref="RefusalException">A text of it holds a null character.</exception>
    private static void Check(object request)
    {
        if (request is IMessage message && FieldWithNull(message) is { } field)
            throw RefusalException.Of(ErrorReason.FieldMalformed, field, $"{field} holds a control character.");
    }

    /// <summary>Path of the first text that holds a null character; null: there is none.</summary>
    private static string? FieldWithNull(IMessage message)
    {
        foreach (var field in Known.GetOrAdd(message.Descriptor, TextsOf))
        {
            if (In(field.Accessor.GetValue(message)) is { } rest)
                return field.Name + rest;
        }

        return null;
    }

    private static string? In(object? value)
    {
        if (value is not IList values)
            return InOne(value);
        for (var place = 0; place < values.Count; place++)
            if (InOne(values[place]) is { } rest)
                return $"[{place}]{rest}";
        return null;
    }

    // What follows the field's name in the path.
    private static string? InOne(object? value) => value switch
    {
        string text => text.Contains('\0') ? "" : null,
        IMessage inner => FieldWithNull(inner) is { } field ? $".{field}" : null,
        _ => null,
    };

    private static FieldDescriptor[] TextsOf(MessageDescriptor message) =>
    [
        .. message.Fields.InDeclarationOrder().Where(field =>
            field.FieldType == FieldType.Message || (field.FieldType == FieldType.String && !CheckedElsewhere.Contains(field.Name))),
    ];
}
