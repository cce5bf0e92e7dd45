using Grpc.Core;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Telemetry;
using Polly.Timeout;

namespace Inspectorates.Gateway.Asking;

/// <summary>
/// The one layer that times out, retries and gives up: one pipeline per inspectorate, around asking it. Reads only.
/// Nothing below or above it retries. See docs/decisions/0040-one-pipeline-per-inspectorate.md.
/// </summary>
internal static partial class SourcePipeline
{
    /// <summary>How long this asking may take in all.</summary>
    public static readonly ResiliencePropertyKey<TimeSpan> Within = new("within");

    public static ResiliencePipeline Build(
        string inspectorate, AskingSettings settings, TimeProvider time, ILoggerFactory logs)
    {
        var budget = new RetryBudget();
        var pipeline = new ResiliencePipelineBuilder { Name = inspectorate, TimeProvider = time }
            .ConfigureTelemetry(new TelemetryOptions { LoggerFactory = logs })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = asked => new(asked.Context.Properties.GetValue(Within, settings.Asking)),
            });
        if (settings.Retries > 0)
            pipeline.AddRetry(Retry(settings.Retries, budget));
        return pipeline.AddCircuitBreaker(Breaker(inspectorate, settings, logs.CreateLogger(typeof(SourcePipeline)))).Build();
    }

    private static RetryStrategyOptions Retry(int retries, RetryBudget budget) => new()
    {
        MaxRetryAttempts = retries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = TimeSpan.FromMilliseconds(40),
        MaxDelay = TimeSpan.FromMilliseconds(200),
        UseJitter = true,
        ShouldHandle = attempt =>
        {
            if (attempt.AttemptNumber == 0)
                budget.Earn();
            return new(attempt.Outcome.Exception is RpcException { StatusCode: StatusCode.Unavailable }
                && attempt.AttemptNumber < retries
                && budget.TrySpend());
        },
    };

    private static CircuitBreakerStrategyOptions Breaker(string inspectorate, AskingSettings settings, ILogger log) => new()
    {
        FailureRatio = 0.5,
        MinimumThroughput = settings.FailuresToBreak,
        SamplingDuration = TimeSpan.FromSeconds(10),
        BreakDuration = settings.Break,
        // An unusable answer is an answer: it costs little and says that the service is there.
        ShouldHandle = attempt => new(attempt.Outcome.Exception
            is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded }),
        OnOpened = _ =>
        {
            LogOpened(log, inspectorate, settings.Break);
            return default;
        },
        OnClosed = _ =>
        {
            LogClosed(log, inspectorate);
            return default;
        },
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Inspectorate} keeps failing and is left alone for {ForTime}")]
    private static partial void LogOpened(ILogger log, string inspectorate, TimeSpan forTime);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Inspectorate} answers again")]
    private static partial void LogClosed(ILogger log, string inspectorate);
}
