using Google.Rpc;
using Grpc.Core;

namespace Inspectorates.Conformance;

/// <summary>What a refused call says.</summary>
public sealed record Refused(StatusCode Code, string Reason, IReadOnlyList<string> Fields, string Message)
{
    public static async Task<Refused> ByAsync<T>(AsyncUnaryCall<T> call)
    {
        var fault = await Assert.ThrowsAsync<RpcException>(async () => await call);
        return Of(fault);
    }

    public static async Task<Refused> ByAsync(Func<Task> call) => Of(await Assert.ThrowsAsync<RpcException>(call));

    public static Refused Of(RpcException fault)
    {
        var status = fault.GetRpcStatus();
        Assert.True(status is not null, $"{fault.StatusCode} '{fault.Status.Detail}' carries no google.rpc.Status");
        var info = status.GetDetail<ErrorInfo>();
        Assert.Equal("inspectorates", info.Domain);
        Assert.Equal((int)fault.StatusCode, status.Code);
        return new Refused(
            fault.StatusCode, info.Reason, [.. status.GetDetail<BadRequest>()?.FieldViolations.Select(field => field.Field) ?? []], status.Message);
    }

    public void Is(StatusCode code, string reason, params string[] fields)
    {
        Assert.Equal(reason, Reason);
        Assert.Equal(code, Code);
        Assert.Equal(fields, Fields);
    }
}
