using Grpc.Core;
using Inspectorates.Gateway.Tests.Scripted;
using Inspectorates.Joint.V1;
using Event = Inspectorates.Joint.V1.WatchDifferencesResponse.EventOneofCase;

namespace Inspectorates.Gateway.Tests.Grpc.Watching;

/// <summary>A stream of differences as its reader has it.</summary>
internal sealed class OpenWatch(RunningGateway gateway, WatchDifferencesRequest? request = null, Metadata? headers = null) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly AsyncServerStreamingCall<WatchDifferencesResponse> call = gateway.Joint.WatchDifferences(request ?? new(), headers);

    /// <summary>The token of the last message read.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Everything up to and without the next message that says that everything is told.</summary>
    public async Task<IReadOnlyList<WatchDifferencesResponse>> UpToDateAsync()
    {
        var read = new List<WatchDifferencesResponse>();
        while (await NextAsync() is var message && message.EventCase is not Event.UpToDate)
            read.Add(message);
        return read;
    }

    /// <summary>Up to a message that tells something: of those before it nothing is kept.</summary>
    public async Task<WatchDifferencesResponse> NextOfAsync(Event told)
    {
        while (true)
            if (await NextAsync() is var message && message.EventCase == told)
                return message;
    }

    public async Task<WatchDifferencesResponse> NextAsync()
    {
        using var late = new CancellationTokenSource(Longest);
        Assert.True(await call.ResponseStream.MoveNext(late.Token), "The stream has ended.");
        var message = call.ResponseStream.Current;
        Assert.NotEmpty(message.Token);
        Token = message.Token;
        return message;
    }

    public void Dispose() => call.Dispose();
}
