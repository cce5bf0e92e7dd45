using Google.Protobuf;
using Google.Protobuf.Reflection;
using Inspectorates.Gateway.Asking;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Rest;

/// <summary>
/// One question over JSON: the same as a method of the joint service, with its fields in the path and the query. What
/// is served and what is documented are both made from this.
/// </summary>
internal sealed record Operation
{
    /// <summary>The path, with the fields it holds in braces: <c>/api/v1/areas/{area}</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The method of the joint service that answers.</summary>
    public required MethodDescriptor Rpc { get; init; }

    /// <summary>
    /// The field of the method's answer that is the JSON answer's root; null: the answer itself.
    /// </summary>
    public FieldDescriptor? Root { get; init; }

    /// <summary>What the answer is, in a few words.</summary>
    public required string Summary { get; init; }

    /// <summary>The reasons for which it may be refused, beyond wrong parameters.</summary>
    public required IReadOnlyList<ErrorReason> Refusals { get; init; }

    /// <summary>Answers the request.</summary>
    public required Func<IServiceProvider, IMessage, Caller, CancellationToken, Task<IMessage>> Answer { get; init; }

    /// <summary>The request's fields that are in the path.</summary>
    public IReadOnlyList<FieldDescriptor> InPath =>
        [.. Rpc.InputType.Fields.InDeclarationOrder().Where(part => Path.Contains($"{{{part.JsonName}}}", StringComparison.Ordinal))];

    /// <summary>The request's fields that are in the query.</summary>
    public IReadOnlyList<FieldDescriptor> InQuery =>
        [.. Rpc.InputType.Fields.InDeclarationOrder().Except(InPath)];

    /// <summary>The message the JSON answer is.</summary>
    public MessageDescriptor AnswerType => Root?.MessageType ?? Rpc.OutputType;

    /// <summary>The JSON answer of the method's answer.</summary>
    public IMessage RootOf(IMessage answer) => Root is null ? answer : (IMessage)Root.Accessor.GetValue(answer);
}
