using System.Collections.Concurrent;
using Google.Protobuf;

namespace Inspectorates.SystemTests.Durability;

/// <summary>One write: noted before it is first sent, and again with the first answer.</summary>
/// <param name="RequestId">The id it is sent with, every time.</param>
/// <param name="Request">The request.</param>
/// <param name="Effects">What the log must tell of it: a text for each entry it makes.</param>
internal sealed record Write(string RequestId, IMessage Request, IReadOnlyList<string> Effects)
{
    private IMessage? answer;

    /// <summary>The first answer; null: none came.</summary>
    public IMessage? Answer
    {
        get => Volatile.Read(ref answer);
        set => Volatile.Write(ref answer, value);
    }
}

/// <summary>What was tried and what was promised, kept outside the programs that are killed.</summary>
internal sealed class Journal
{
    private readonly ConcurrentQueue<Write> attempted = new();
    private int unknown;
    private int repeated;

    public IReadOnlyCollection<Write> Attempted => attempted;

    public IReadOnlyList<Write> Acknowledged => [.. attempted.Where(write => write.Answer is not null)];

    /// <summary>How many writes ended without anybody knowing whether it had its effect.</summary>
    public int Unknown => unknown;

    /// <summary>How often an answered request was sent again.</summary>
    public int Repeated => repeated;

    public void BeforeSending(Write write) => attempted.Enqueue(write);

    public void OutcomeUnknown() => Interlocked.Increment(ref unknown);

    /// <summary>Notes an answer; every further answer to the same request must be the first again.</summary>
    public void Answered(Write write, IMessage answer)
    {
        if (write.Answer is null)
        {
            write.Answer = answer;
            return;
        }

        Interlocked.Increment(ref repeated);
        Assert.True(write.Answer.Equals(answer), $"{write.RequestId} was answered {write.Answer}, and when sent again {answer}");
    }
}
