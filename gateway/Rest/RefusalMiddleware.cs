using Inspectorates.Gateway.Answering;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Rest;

/// <summary>
/// The one place where a request that is not gRPC's and not a page's ends when it cannot be answered: refusals, paths
/// and methods there are none of, and our own faults.
/// </summary>
internal sealed partial class RefusalMiddleware(RequestDelegate next, ILogger<RefusalMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && context.Response.ContentType is null
                && context.Response is { StatusCode: >= 400, ContentLength: null or 0 })
            {
                // What only a POST may ask for is gRPC's, and routing offers that at paths there are none of.
                if (context.Response.StatusCode is StatusCodes.Status405MethodNotAllowed && context.Response.Headers.Allow == HttpMethods.Post)
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                await Problems.WriteAsync(context, Nothing(context), context.Response.StatusCode);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to tell.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (RefusedException refused) when (!context.Response.HasStarted)
        {
            await Problems.WriteAsync(context, refused);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await Problems.WriteAsync(
                context, new RefusedException(ErrorReason.MessageMalformed, "The request is no proper HTTP request."), bad.StatusCode);
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            LogFault(fault, context.GetEndpoint()?.DisplayName);
            await Problems.WriteAsync(context, new RefusedException(
                ErrorReason.ServiceFault, "The gateway could not do this; the fault is logged under the trace id given here."));
        }
    }

    private static RefusedException Nothing(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status405MethodNotAllowed => new(
            ErrorReason.MethodNotFound, $"Only {context.Response.Headers.Allow} may be used here: the joint view is read, never written."),
        StatusCodes.Status404NotFound => new(
            ErrorReason.MethodNotFound, "There is nothing at this address; what there is, is described at /openapi."),
        _ => new(ErrorReason.MessageMalformed, "The request cannot be taken as it is."),
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Endpoint} failed")]
    private partial void LogFault(Exception fault, string? endpoint);
}
