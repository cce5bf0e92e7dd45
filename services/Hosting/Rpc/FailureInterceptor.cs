using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Inspectorates.Hosting.Limits;
using Inspectorates.Hosting.Refusals;
using Inspectorates.Hosting.Store;
using Inspectorates.V1;
using Microsoft.Extensions.Logging;

namespace Inspectorates.Hosting.Rpc;

/// <summary>The one place that turns what goes wrong into a gRPC status.</summary>
internal sealed partial class FailureInterceptor(IStore store, ILogger<FailureInterceptor> log) : Interceptor
{
    /// <summary>Marks a call whose message could be read: what fails afterwards is not the message's form.</summary>
    public static readonly object Reached = new();

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        context.GetHttpContext().Items[Reached] = true;
        try
        {
            // The token stops what reads. A write goes on to its end without the caller, who asks again with its request_id.
            return await continuation(request, context).WaitAsync(context.CancellationToken);
        }
        catch (Exception fault)
        {
            throw StatusOf(fault, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        context.GetHttpContext().Items[Reached] = true;
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception fault)
        {
            throw StatusOf(fault, context);
        }
    }

    private RpcException StatusOf(Exception fault, ServerCallContext context) => fault switch
    {
        RpcException { StatusCode: StatusCode.Unimplemented } unserved when unserved.GetRpcStatus() is null => Statuses.Of(
            ErrorReason.MethodNotFound, "This service does not serve the method.").ToRpcException(),
        RpcException already => already,
        RefusalException refusal => Statuses.Of(refusal).ToRpcException(),
        OperationCanceledException when CallTime.Of(context.GetHttpContext()) is { IsUp: true } time => TimeIsUp(time).ToRpcException(),
        OperationCanceledException when context.CancellationToken.IsCancellationRequested =>
            new RpcException(new Status(StatusCode.Cancelled, "The call was cancelled.")),
        _ when store.FaultOf(fault) is not null => Statuses.Of(
            ErrorReason.StoreUnavailable, "The store is busy or cut off. The same request may be sent again.").ToRpcException(),
        _ => Fault(fault, context),
    };

    /// <summary>What a call is told whose time was up.</summary>
    public static Google.Rpc.Status TimeIsUp(CallTime time) => Statuses.Of(
        ErrorReason.StoreUnavailable, $"No answer within {time.Longest.TotalSeconds:0} s. Send a write again with the same request_id.",
        code: StatusCode.DeadlineExceeded);

    private RpcException Fault(Exception fault, ServerCallContext context)
    {
        LogFault(fault, context.Method);
        var trace = Activity.Current?.TraceId.ToString() ?? context.GetHttpContext().TraceIdentifier;
        return Statuses.Of(ErrorReason.ServiceFault, $"A fault of the service, logged there under {trace}.").ToRpcException();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed")]
    private partial void LogFault(Exception fault, string method);
}
