using Grpc.Core;
using Grpc.Core.Interceptors;
using Inspectorates.Gateway.Answering;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Grpc;

/// <summary>The one place where a gRPC method of the gateway ends when it cannot answer.</summary>
internal sealed partial class RefusalInterceptor(ILogger<RefusalInterceptor> log) : Interceptor
{
    /// <summary>Marks a request whose message could be read: whatever fails after it is not the message.</summary>
    public static readonly object MessageWasRead = new();

    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        TResponse? response = null;
        await ToldAsync(async () => response = await continuation(request, context), context);
        return response!;
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        ToldAsync(() => continuation(request, responseStream, context), context);

    private async Task ToldAsync(Func<Task> call, ServerCallContext context)
    {
        context.GetHttpContext().Items[MessageWasRead] = true;
        try
        {
            await call();
        }
        catch (RefusedException refused)
        {
            throw refused.ToStatus().ToRpcException();
        }
        catch (Exception fault) when (fault is not RpcException && !context.CancellationToken.IsCancellationRequested)
        {
            LogFault(fault, context.Method);
            throw new RefusedException(
                ErrorReason.ServiceFault, "The gateway could not do this; the fault is logged under the call's trace id.")
                .ToStatus().ToRpcException();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed")]
    private partial void LogFault(Exception fault, string method);
}
