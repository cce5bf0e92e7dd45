using System.Text.Json;
using Google.Rpc;
using Grpc.Core;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>What a program answered, read from the wire without a gRPC client's interpretation.</summary>
/// <param name="Http">The HTTP status; 0: the connection or stream was ended without one.</param>
/// <param name="Code">The gRPC code; null: none was said.</param>
/// <param name="Reason">The reason of the contract; empty: none.</param>
/// <param name="Fields">The fields at fault.</param>
/// <param name="Body">The message, without its frame.</param>
/// <param name="Said">What was said in words.</param>
internal sealed record Answer(int Http, StatusCode? Code, string Reason, IReadOnlyList<string> Fields, byte[] Body, string Said)
{
    /// <summary>The stream or the connection was ended by HTTP itself, which has no room for a reason.</summary>
    public static Answer Cut(string said) => new(0, null, "", [], [], said);

    public static Answer OfGrpc(int http, string? code, string? details, byte[] body, string? message)
    {
        var status = details is null ? null : Google.Rpc.Status.Parser.ParseFrom(Convert.FromBase64String(Padded(details)));
        var info = status?.GetDetail<ErrorInfo>();
        return new Answer(
            http,
            int.TryParse(code, out var number) ? (StatusCode)number : null,
            info is { Domain: "inspectorates" } ? info.Reason : "",
            [.. status?.GetDetail<BadRequest>()?.FieldViolations.Select(field => field.Field) ?? []],
            body.Length > 5 ? body[5..] : [],
            message ?? "");
    }

    public static Answer OfHttp(int http, string? type, byte[] body)
    {
        if (type != "application/problem+json")
            return new Answer(http, null, "", [], body, "");
        var problem = JsonDocument.Parse(body).RootElement;
        var field = problem.GetProperty("field").GetString()!;
        return new Answer(
            http, null, problem.GetProperty("reason").GetString()!, field.Length > 0 ? [field] : [], body, problem.GetProperty("detail").GetString()!);
    }

    public override string ToString() =>
        $"{(Code is { } code ? code.ToString() : $"HTTP {Http}")} {Reason} [{string.Join(", ", Fields)}] {(Said.Length > 160 ? Said[..160] : Said)}";

    private static string Padded(string text) => text.PadRight((text.Length + 3) / 4 * 4, '=');
}
