using System.Text.Json;
using System.Text.RegularExpressions;
using Grpc.Core;
using Inspectorates.Joint.V1;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// Asks a gateway over the service, and over another inspectorate's for it to differ from: joint views, differences and
/// histories as JSON, gRPC and pages, and the service's own methods passed through.
/// </summary>
internal static partial class GatewayReading
{
    public static async Task ReadAsync(
        EmbargoedGateway gateway, EmbargoedService service, Transcript transcript, History history, IReadOnlyList<string> hidden)
    {
        var random = new Random(history.Seed);
        var (day, instant) = (Drawn.Days[random.Next(Drawn.Days.Length)], history.Instants[random.Next(history.Instants.Count)]);
        string[] asked = ["", $"?asOf={day}", $"?recordedAsOf={instant:yyyy-MM-ddTHH:mm:ssZ}"];
        foreach (var area in Drawn.Areas)
            foreach (var which in asked)
            {
                await GetAsync($"/api/v1/areas/{area}/joint-view{which}");
                await GetAsync($"/areas/{area}{which}");
            }

        await GetAsync($"/api/v1/areas/{Drawn.Areas[0]}/joint-view", People.JointReader);
        await DifferencesAsync();
        var listed = await new VerdictService.VerdictServiceClient(service.Channel).ListVerdictsAsync(new() { IncludeWithdrawn = true });
        foreach (var verdict in listed.Verdicts.OrderBy(_ => random.Next()).Take(2))
            await HistoryAsync(verdict.Name);
        foreach (var name in hidden.Where(name => name.Contains("/verdicts/", StringComparison.Ordinal)).Take(2))
        {
            await HistoryAsync(name);
            await HistoryAsync(name[..^32] + new string('0', 32));
        }

        await GrpcAsync();

        async Task DifferencesAsync()
        {
            foreach (var query in new[] { "", "?kind=CONTRADICTION", "?kind=DIVERGENCE&area=301", "?kind=OVER_TIME", "?inspectorate=fictional", "?leftOut=true&pageSize=20" })
                await GetAsync("/api/v1/differences" + query);
            var token = "";
            for (var pages = 0; pages < 3; pages++)
            {
                using var page = JsonDocument.Parse(await GetAsync($"/api/v1/differences?pageSize=2&pageToken={token}"));
                foreach (var difference in page.RootElement.GetProperty("differences").EnumerateArray().Take(1))
                    await GetAsync($"/api/v1/differences/{difference.GetProperty("id").GetString()}");
                if ((token = page.RootElement.GetProperty("nextPageToken").GetString()!).Length == 0)
                    break;
            }
        }

        async Task HistoryAsync(string name)
        {
            var id = name[(name.LastIndexOf('/') + 1)..];
            await GetAsync($"/api/v1/verdicts/fictional/{id}/revisions");
            await GetAsync($"/verdicts/fictional/{id}");
            await transcript.AskAsync("gRPC: a history", () => Joint().GetVerdictHistoryAsync(new() { Inspectorate = "fictional", Id = id }), id);
        }

        async Task GrpcAsync()
        {
            foreach (var area in Drawn.Areas)
                await transcript.AskAsync($"gRPC: the joint view of {area}", () => Joint().GetJointInspectionAsync(new() { Area = area }));
            await transcript.AskAsync("gRPC: differences", () => Joint().ListDifferencesAsync(new() { PageSize = 3 }));
            var through = new Metadata { { "inspectorate", "fictional" } };
            var (verdicts, changes) = (new VerdictService.VerdictServiceClient(gateway.Channel), new ChangeService.ChangeServiceClient(gateway.Channel));
            await transcript.AskAsync("passed through: verdicts", () => verdicts.ListVerdictsAsync(new() { IncludeWithdrawn = true, PageSize = 3 }, through));
            await transcript.AskAsync("passed through: changes", () => changes.ListChangesAsync(new(), through));
            if (hidden.Count > 0)
                await transcript.AskAsync("passed through: a hidden name", () => verdicts.GetVerdictAsync(new() { Name = hidden[0] }, through));
        }

        JointInspectionService.JointInspectionServiceClient Joint() => new(gateway.Channel);

        async Task<string> GetAsync(string path, Metadata? by = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (by is not null)
                request.Headers.TryAddWithoutValidation("authorization", by.GetValue("authorization"));
            using var response = await gateway.Http.SendAsync(request);
            var body = Trace().Replace(await response.Content.ReadAsStringAsync(), "<trace>");
            var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date")
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
            transcript.Add($"GET {path}", $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n\n{body}");
            return body;
        }
    }

    // Every request has a trace of its own, whatever it asks.
    [GeneratedRegex("(?<=\"traceId\":\\s?\")[0-9a-f]{32}")]
    private static partial Regex Trace();
}
