using System.Net;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>Sends what is to be sent as it is and reads the answer as it comes.</summary>
internal sealed class Wire : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        EnableMultipleHttp2Connections = true,
        UseProxy = false,
    })
    { Timeout = TimeSpan.FromSeconds(20) };

    public async Task<Answer> GrpcAsync(string address, Sent sent)
    {
        if (sent.ByHand)
            return await HandwrittenHttp2.SendAsync(new Uri(address), sent);
        using var request = Request(address, sent, HttpVersion.Version20);
        request.Headers.TE.ParseAdd("trailers");
        try
        {
            using var response = await _client.SendAsync(request);
            var body = await response.Content.ReadAsByteArrayAsync();
            string? Header(string name) =>
                response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values) ? values.First() : null;
            return Answer.OfGrpc((int)response.StatusCode, Header("grpc-status"), Header("grpc-status-details-bin"), body, Header("grpc-message"));
        }
        catch (HttpRequestException cut)
        {
            return Answer.Cut(cut.InnerException?.Message ?? cut.Message);
        }
    }

    public async Task<Answer> HttpAsync(string address, Sent sent)
    {
        using var request = Request(address, sent, HttpVersion.Version11);
        using var response = await _client.SendAsync(request);
        return Answer.OfHttp(
            (int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _client.Dispose();

    private static HttpRequestMessage Request(string address, Sent sent, Version version)
    {
        // A path is sent as it is written: dot segments and escapes are what some of this is about.
        var uri = new Uri(address.TrimEnd('/') + sent.Path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        var request = new HttpRequestMessage(new HttpMethod(sent.Method), uri) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        if (sent.Body.Length > 0 || sent.Method == "POST")
            request.Content = new ByteArrayContent(sent.Body);
        if (sent.ContentType.Length > 0 && request.Content is not null)
            request.Content.Headers.TryAddWithoutValidation("content-type", sent.ContentType);
        foreach (var (name, value) in sent.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
