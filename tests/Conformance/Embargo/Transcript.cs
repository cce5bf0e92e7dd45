using Google.Protobuf;
using Grpc.Core;

namespace Inspectorates.Conformance.Embargo;

/// <summary>What was asked of one store, and every byte that came of it.</summary>
internal sealed class Transcript
{
    private readonly List<(string Asked, byte[] Answer, Func<string> Shown)> calls = [];

    public int Count => calls.Count;

    public void Add(string asked, string answer) => calls.Add((asked, System.Text.Encoding.UTF8.GetBytes(answer), () => answer));

    public void Add(string asked, byte[] answer, Func<string> shown) => calls.Add((asked, answer, shown));

    /// <summary>Makes a call; its headers, message, status, details and trailers all count.</summary>
    /// <param name="asked">What is asked, by whom.</param>
    /// <param name="begin">Makes the call.</param>
    /// <param name="blank">What the caller sent and would get back, such as the name asked for: taken out of what is told.</param>
    /// <returns>The answer; null: the call was refused.</returns>
    public async Task<T?> AskAsync<T>(string asked, Func<AsyncUnaryCall<T>> begin, string blank = "")
        where T : class, IMessage<T>
    {
        using var call = begin();
        try
        {
            var answer = await call.ResponseAsync;
            var around = Told(await call.ResponseHeadersAsync) + Told(call.GetTrailers());
            Add(asked, [.. answer.ToByteArray(), .. System.Text.Encoding.UTF8.GetBytes(around)], () => $"{answer} {around}");
            return answer;
        }
        catch (RpcException refused)
        {
            var told = $"{refused.StatusCode} {refused.Status.Detail} {refused.GetRpcStatus()} {Told(refused.Trailers)}";
            Add(asked, blank.Length == 0 ? told : told.Replace(blank, "<name>", StringComparison.Ordinal));
            return null;
        }
    }

    /// <summary>Where two differ first; null: nowhere.</summary>
    public string? DifferenceTo(Transcript other)
    {
        for (var place = 0; place < Math.Min(calls.Count, other.calls.Count); place++)
        {
            var (one, another) = (calls[place], other.calls[place]);
            if (one.Asked != another.Asked)
                return $"asked differently: {one.Asked} / {another.Asked}";
            if (!one.Answer.AsSpan().SequenceEqual(another.Answer))
                return $"{one.Asked}\n{Apart(one.Shown(), another.Shown())}";
        }

        return calls.Count == other.calls.Count ? null : $"{calls.Count} and {other.calls.Count} calls were made";
    }

    // An answer may be long: from a little before they part.
    private static string Apart(string one, string other)
    {
        var alike = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"  without: {From(one, alike)}\n  with:    {From(other, alike)}";
    }

    private static string From(string text, int place)
    {
        var begin = Math.Max(0, place - 300);
        return (begin > 0 ? "..." : "") + text[begin..Math.Min(text.Length, place + 300)];
    }

    // The status details are told above as a message: its bytes hold the name that is blanked. The date is transport's.
    private static string Told(Metadata metadata) => string.Join(
        ' ', metadata.Where(entry => entry.Key is not ("date" or "grpc-status-details-bin" or "grpc-message" or "grpc-status"))
            .Select(entry => $"{entry.Key}={(entry.IsBinary ? Convert.ToHexString(entry.ValueBytes) : entry.Value)}"));
}
