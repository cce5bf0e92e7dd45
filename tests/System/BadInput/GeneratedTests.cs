using System.Diagnostics;
using System.Globalization;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.SystemTests.BadInput;

/// <summary>
/// A hundred thousand requests that were good once. <c>INSPECTORATES_GENERATED</c> makes them more, <c>INSPECTORATES_SEED</c> the same
/// as before.
/// </summary>
[Collection(OneBadInputSuite.Name)]
public sealed class GeneratedTests(BadInputSuite suite, ITestOutputHelper output)
{
    private const int Usual = 100_000;
    private const int Connections = 4;
    private const int AtOnceEach = 8;

    private static readonly int Count = Math.Max(Usual, Number("INSPECTORATES_GENERATED", Usual));
    private static readonly int Seed = Number("INSPECTORATES_SEED", Random.Shared.Next());

    private static readonly FileDescriptor[] Files =
    [
        InspectorateServiceReflection.Descriptor, InspectionServiceReflection.Descriptor, VerdictServiceReflection.Descriptor,
        ChangeServiceReflection.Descriptor, ImportServiceReflection.Descriptor, AuditServiceReflection.Descriptor,
    ];

    private static readonly MethodDescriptor[] Inspectorates = [.. Files.SelectMany(file => file.Services).SelectMany(service => service.Methods)];
    private static readonly IList<MethodDescriptor> Joint = JointInspectionServiceReflection.Descriptor.Services[0].Methods;

    [Theory]
    [InlineData("Direct", 60)]
    [InlineData("Gateway", 30)]
    [InlineData("Json", 10)]
    public async Task No_request_is_a_fault_of_the_programs_and_they_serve_on(string by, int percent)
    {
        var way = Enum.Parse<Ways>(by);
        var (count, seed) = (Count * percent / 100, Seed + percent);
        output.WriteLine($"{count} {by}, INSPECTORATES_SEED={Seed}");
        var began = Stopwatch.GetTimestamp();
        var complaints = new List<string>();
        var answers = new Dictionary<string, int>();

        await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection =>
            RunAsync(way, seed * 31 + connection, count / Connections, complaints, answers)));

        var took = Stopwatch.GetElapsedTime(began);
        output.WriteLine($"{took.TotalSeconds:0.0} s: {string.Join(", ", answers.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value}"))}");
        Assert.True(complaints.Count == 0, $"{complaints.Count} of {count} {by} with INSPECTORATES_SEED={Seed}:\n{string.Join('\n', complaints.Take(20))}");
        Assert.Equal(count / Connections * Connections, answers.Values.Sum());
        await suite.IsAliveAsync();
    }

    private async Task RunAsync(Ways way, int seed, int count, List<string> complaints, Dictionary<string, int> answers)
    {
        using var wire = new Wire();
        // The gateway's own methods, a sixth of those there are, are asked a sixth of the time.
        var mutations = new Mutations(seed, suite.Valid, way == Ways.Gateway ? [.. Inspectorates, .. Joint] : Inspectorates);
        var tokens = new Dictionary<string, string>();
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, AtOnceEach).Select(async _ =>
        {
            while (true)
            {
                Sent sent;
                lock (mutations)
                {
                    if (left-- <= 0)
                        return;
                    sent = way == Ways.Json ? mutations.NextQuestion() : Signed(mutations.Next(), tokens);
                }

                var answer = await suite.SendAsync(way, sent, wire);
                lock (answers)
                {
                    var said = answer.Code is { } code ? $"{code} {answer.Reason}".TrimEnd() : $"HTTP {answer.Http} {answer.Reason}".TrimEnd();
                    answers[said] = answers.GetValueOrDefault(said) + 1;
                    if (Complaint(way, sent, answer) is { } complaint)
                        complaints.Add($"{complaint}: {sent.Path} {Convert.ToHexString(sent.Body.AsSpan(0, Math.Min(sent.Body.Length, 400)))}: {answer}");
                }
            }
        }));
    }

    // A token's signature costs more than the call: one for each role.
    private Sent Signed(Sent sent, Dictionary<string, string> tokens)
    {
        if (sent.Role is not { } role)
            return sent;
        if (!tokens.TryGetValue(role, out var token))
            tokens[role] = token = "Bearer " + suite.Valid.Tokens.Valid(role);
        return sent.With("authorization", token) with { Role = null };
    }

    private static string? Complaint(Ways way, Sent sent, Answer answer)
    {
        // On a machine that is busy a view may take too long, which is said as such and is none of the input's doing.
        if (way == Ways.Json)
            return answer.Http is >= 200 and < 500 or 503 ? null : "a fault";
        // A stream whose deadline has passed is ended with or without a word.
        if (answer.Code is null)
            return HasDeadline(sent) ? null : "no status";
        if (answer.Code is StatusCode.Internal or StatusCode.Unknown)
            return "a fault";
        // What one caller sends must not cut another off from the service.
        if (answer.Reason == "SOURCE_UNAVAILABLE" && !HasDeadline(sent))
            return "cut off";
        // A deadline of the caller's own is told by gRPC itself.
        if (answer.Code is not (StatusCode.OK or StatusCode.DeadlineExceeded) && answer.Reason.Length == 0)
            return "no reason";
        return answer.Reason.StartsWith("FIELD_", StringComparison.Ordinal) && answer.Fields.Count == 0 ? "no field" : null;
    }

    private static bool HasDeadline(Sent sent) => sent.Headers.Any(header => header.Name == "grpc-timeout");

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
