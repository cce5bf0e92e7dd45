using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Inspectorates.SystemTests.Launcher;

namespace Inspectorates.SystemTests.Durability;

/// <summary>A system call: from which line of the trace to which, its text and what it returned.</summary>
internal sealed record SystemCall(string Name, string Text, int Began, int Ended)
{
    /// <summary>The file or socket it was made on, as <c>strace -y</c> names it.</summary>
    public string On { get; } = Text.IndexOf('<', StringComparison.Ordinal) is var from and >= 0 && Text.IndexOf('>', from) is var to and >= 0
        ? Text[(from + 1)..to]
        : "";

    public bool Succeeded { get; } = Text.EndsWith("= 0", StringComparison.Ordinal);
}

/// <summary>Watches processes with strace: what they receive, send and have the disk keep, in the order it happens.</summary>
internal sealed partial class Traced : IAsyncDisposable
{
    private const string Watched = "trace=fsync,fdatasync,recvmsg,recvfrom,sendmsg,sendto,read,write,writev";

    private readonly Process strace;
    private readonly string file;

    private Traced(Process strace, string file)
    {
        this.strace = strace;
        this.file = file;
    }

    /// <summary>Returns when every process is being watched.</summary>
    public static async Task<Traced> AttachAsync(string folder, IReadOnlyCollection<int> processes)
    {
        var file = Path.Combine(folder, "trace");
        var start = new ProcessStartInfo(Needs.Program("strace")) { RedirectStandardError = true };
        string[] arguments =
        [
            "-f", "-ttt", "-y", "-s", "1500", "-e", Watched, "-o", file,
            .. processes.SelectMany(process => new[] { "-p", process.ToString(CultureInfo.InvariantCulture) }),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var strace = Process.Start(start)!;
        for (var attached = 0; attached < processes.Count;)
        {
            var line = await strace.StandardError.ReadLineAsync() ?? throw new InvalidOperationException("strace ended without attaching.");
            if (line.Contains("attached", StringComparison.Ordinal))
                attached++;
            else if (line.Contains("Operation not permitted", StringComparison.Ordinal))
                Needs.Unmet($"strace may not watch processes here: {line}");
        }

        _ = strace.StandardError.ReadToEndAsync();
        return new Traced(strace, file);
    }

    /// <summary>Lets the processes go.</summary>
    /// <returns>The calls, in the order they ended.</returns>
    public async Task<IReadOnlyList<SystemCall>> DetachAsync()
    {
        Signal.Send(Signal.Interrupt, strace.Id);
        await strace.WaitForExitAsync();
        var began = new Dictionary<string, (string Text, int Line)>();
        var calls = new List<SystemCall>();
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file))
        {
            number++;
            var match = Line().Match(line);
            if (!match.Success)
                continue;
            var (thread, text) = (match.Groups["thread"].Value, match.Groups["text"].Value);
            if (text.EndsWith(Unfinished, StringComparison.Ordinal))
            {
                began[thread] = (text[..^Unfinished.Length], number);
                continue;
            }

            var from = number;
            var resumed = Resumed().Match(text);
            if (resumed.Success)
            {
                if (!began.Remove(thread, out var beginning))
                    continue;
                (text, from) = (beginning.Text + text[resumed.Length..], beginning.Line);
            }

            if (text.IndexOf('(', StringComparison.Ordinal) is var end and > 0)
                calls.Add(new SystemCall(text[..end], text, from, number));
        }

        return calls;
    }

    public async ValueTask DisposeAsync()
    {
        if (!strace.HasExited)
        {
            Signal.Send(Signal.Interrupt, strace.Id);
            await strace.WaitForExitAsync();
        }

        strace.Dispose();
    }

    private const string Unfinished = " <unfinished ...>";

    [GeneratedRegex(@"^(?<thread>\d+)\s+\d+\.\d+ (?<text>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();
}
