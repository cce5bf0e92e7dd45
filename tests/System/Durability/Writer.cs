using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>
/// A caller that records, records batches, supersedes and withdraws, and keeps to the rule: what has no answer is sent again
/// with its id. Now and then it gives up instead, as a caller that is itself killed would, or sends again what was answered.
/// </summary>
/// <param name="samples">What it writes.</param>
/// <param name="channel">Where it sends the next call.</param>
/// <param name="metadata">Its token, and whatever else its calls carry.</param>
/// <param name="journal">Where it notes before sending and after the answer.</param>
/// <param name="random">What decides.</param>
/// <param name="publishes">Whether what it writes is public at once.</param>
/// <param name="rest">Milliseconds it rests at most between writes, which leaves some of the machine to what is started again.</param>
internal sealed class Writer(
    Samples samples, Func<GrpcChannel> channel, Metadata metadata, Journal journal, Random random, bool publishes, int rest)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(15);

    private readonly List<Verdict> standing = [];
    private readonly List<Write> answered = [];

    /// <summary>Writes until told to stop; then what is under way is brought to its answer.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var write = Next();
            journal.BeforeSending(write);
            var mayGiveUp = write.Request is RecordVerdictRequest or BatchRecordVerdictsRequest && random.Next(10) == 0;
            if (await SendAsync(write, mayGiveUp) is not { } answer)
                continue;
            Keep(answer);
            answered.Add(write);
            if (random.Next(8) == 0)
                await SendAsync(answered[random.Next(answered.Count)], mayGiveUp: false);
            await Task.Delay(random.Next(rest), CancellationToken.None);
        }
    }

    /// <summary>Sends every answered request again; each must have its first answer.</summary>
    public async Task RepeatAsync(int most)
    {
        foreach (var write in answered.OrderBy(_ => random.Next()).Take(most))
            await SendAsync(write, mayGiveUp: false);
    }

    private async Task<IMessage?> SendAsync(Write write, bool mayGiveUp)
    {
        for (var first = true; ; first = false)
        {
            try
            {
                var answer = await CallAsync(write.Request);
                journal.Answered(write, answer);
                return answer;
            }
            catch (RpcException fault) when (Outcomes.IsToBeSentAgain(fault))
            {
                if (first)
                    journal.OutcomeUnknown();
                if (mayGiveUp)
                    return null;
                await Task.Delay(Pause);
            }
            catch (RpcException fault)
            {
                throw new InvalidOperationException($"{write.Request.Descriptor.Name} {write.RequestId} was refused: {fault.Status}", fault);
            }
        }
    }

    private async Task<IMessage> CallAsync(IMessage request)
    {
        var verdicts = new VerdictService.VerdictServiceClient(channel());
        var options = new CallOptions(metadata, DateTime.UtcNow.AddSeconds(10));
        return request switch
        {
            RecordVerdictRequest one => await verdicts.RecordVerdictAsync(one, options),
            BatchRecordVerdictsRequest several => await verdicts.BatchRecordVerdictsAsync(several, options),
            SupersedeVerdictRequest newer => await verdicts.SupersedeVerdictAsync(newer, options),
            WithdrawVerdictRequest back => await verdicts.WithdrawVerdictAsync(back, options),
            _ => throw new InvalidOperationException(request.Descriptor.Name),
        };
    }

    private Write Next()
    {
        var id = Guid.NewGuid().ToString();
        return random.Next(10) switch
        {
            0 => Batch(id, random.Next(2, 6)),
            1 or 2 or 3 when standing.Count > 0 => Supersede(id, standing[random.Next(standing.Count)]),
            4 when standing.Count > 0 => Withdraw(id, standing[random.Next(standing.Count)]),
            _ => new Write(id, new RecordVerdictRequest { Verdict = Sample(Samples.WordsOf(id)), RequestId = id }, [Samples.WordsOf(id)]),
        };
    }

    private Write Batch(string id, int size)
    {
        string[] effects = [.. Enumerable.Range(0, size).Select(index => $"{Samples.WordsOf(id)}#{index}")];
        return new Write(id, new BatchRecordVerdictsRequest { Verdicts = { effects.Select(Sample) }, RequestId = id }, effects);
    }

    private Write Supersede(string id, Verdict current)
    {
        var verdict = Sample(Samples.WordsOf(id));
        verdict.Name = current.Name;
        return new Write(id, new SupersedeVerdictRequest { Verdict = verdict, Reason = "a correction", Etag = EtagOf(current), RequestId = id }, [Samples.WordsOf(id)]);
    }

    private Write Withdraw(string id, Verdict current) =>
        new(id, new WithdrawVerdictRequest { Name = current.Name, Reason = Samples.WordsOf(id), Etag = EtagOf(current), RequestId = id }, [Samples.WordsOf(id)]);

    private string EtagOf(Verdict current) => random.Next(2) == 0 ? current.Etag : "";

    private Verdict Sample(string text) => publishes ? samples.Published(text) : samples.Draft(text);

    private void Keep(IMessage answer)
    {
        switch (answer)
        {
            case RecordVerdictResponse one:
                standing.Add(one.Verdict);
                break;
            case BatchRecordVerdictsResponse several:
                standing.AddRange(several.Verdicts);
                break;
            case SupersedeVerdictResponse newer:
                standing.RemoveAll(verdict => verdict.Name == newer.Verdict.Name);
                standing.Add(newer.Verdict);
                break;
            case WithdrawVerdictResponse back:
                standing.RemoveAll(verdict => verdict.Name == back.Verdict.Name);
                break;
        }
    }
}
