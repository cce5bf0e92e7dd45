using Microsoft.AspNetCore.Http;

namespace Inspectorates.Hosting.Limits;

/// <summary>
/// The time one unary call has: the service's maximum, or less where its caller gave a shorter deadline. When it is up, the
/// call's cancellation token is cancelled, so that what only reads stops. What writes must not pass the token on to its
/// commit: whether the disk had it by then stays unknown to the caller, who sends the same request_id again.
/// </summary>
internal sealed class CallTime : IDisposable
{
    private readonly HttpContext context;
    private readonly CancellationToken gone;
    private readonly CancellationTokenSource maximum;
    private readonly CancellationTokenSource either;
    private readonly CancellationTokenRegistration reading;

    private CallTime(HttpContext context, TimeSpan longest)
    {
        this.context = context;
        Longest = longest;
        gone = context.RequestAborted;
        // A deadline is a moment of the machine's clock, whatever clock the record is dated by.
        maximum = new CancellationTokenSource(longest);
        either = CancellationTokenSource.CreateLinkedTokenSource(gone, maximum.Token);
        // gRPC reads the message without the token: one that drips in would go on until Kestrel cuts the whole connection.
        reading = maximum.Token.Register(context.Request.BodyReader.CancelPendingRead);
    }

    public TimeSpan Longest { get; }

    /// <summary>Whether the maximum has passed.</summary>
    public bool IsUp => maximum.IsCancellationRequested;

    public static CallTime? Of(HttpContext context) => context.Features.Get<CallTime>();

    /// <summary>Begins to count. gRPC takes a call's token from <see cref="HttpContext.RequestAborted"/>.</summary>
    public static CallTime Begin(HttpContext context, TimeSpan longest)
    {
        var time = new CallTime(context, longest);
        context.RequestAborted = time.either.Token;
        context.Features.Set(time);
        return time;
    }

    public void Dispose()
    {
        reading.Dispose();
        context.RequestAborted = gone;
        either.Dispose();
        maximum.Dispose();
    }
}
