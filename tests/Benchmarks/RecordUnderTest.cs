using Inspectorates.Hosting;
using Inspectorates.Hosting.Records;
using Inspectorates.Hosting.Store;
using Inspectorates.Hosting.Trust;
using Inspectorates.Ofsted;
using Inspectorates.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Inspectorates.Benchmarks;

/// <summary>The record of a service, written to as its gRPC methods do: checked, completed, chained, kept by its request id, durable.</summary>
internal sealed class RecordUnderTest : IAsyncDisposable
{
    private static readonly Caller Inspector = new("bench", "bench", [Roles.Inspector], []);

    private readonly WebApplication app;
    private readonly VerdictIntake intake;
    private readonly VerdictWrites writes;
    private readonly RecordWriter writer;

    private RecordUnderTest(WebApplication app)
    {
        this.app = app;
        intake = app.Services.GetRequiredService<VerdictIntake>();
        writes = app.Services.GetRequiredService<VerdictWrites>();
        writer = app.Services.GetRequiredService<RecordWriter>();
    }

    public static RecordUnderTest Start(params string[] settings) => new(InspectorateHost.Build(
        [.. settings, "--environment=Development", "--Inspectorate:Urls=http://127.0.0.1:0"], new OfstedInspectorate()));

    public Task WriteAsync()
    {
        var request = new RecordVerdictRequest { Verdict = Sample(), RequestId = Guid.NewGuid().ToString() };
        var verdict = intake.One(request.Verdict, named: false);
        return writer.OnceAsync(request, request.RequestId, false, Inspector, (session, stamp) =>
            new RecordVerdictResponse { Verdict = writes.Record(session, stamp, verdict.Clone(), "verdict") }, repeatable: true);
    }

    /// <summary>A name as the record gives.</summary>
    public static string NewName() => "inspectorates/ofsted/verdicts/" + System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>How large one record is, for a row of the bare store to be as large.</summary>
    public static int Size => Sample().CalculateSize();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Verdict Sample() => new()
    {
        Framework = "ilacs",
        Process = "strategy-discussion",
        Aspect = "timeliness",
        Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
        Footprint = new Footprint { Areas = { "926" } },
        Grade = new Grade { Code = "good" },
        Fieldwork = new DateRange { Start = "2024-06-10", End = "2024-06-14" },
        Text = "Most strategy discussions are held on the day and the right people take part.",
    };
}
