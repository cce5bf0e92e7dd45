using System.Text.Json;
using System.Text.Json.Nodes;
using Inspectorates.Cqc;
using Inspectorates.Hosting.Imports;

namespace Inspectorates.Services.Tests.Cqc.Imports;

/// <summary>Location bodies of tests, and what the format makes of them.</summary>
internal static class Given
{
    /// <summary>A registered location in Oldham without ratings, with <paramref name="changes"/> laid over it.</summary>
    public static string Location(string id, string changes = "{}")
    {
        var body = new JsonObject
        {
            ["locationId"] = id,
            ["name"] = "Somewhere Hospital",
            ["type"] = "NHS Healthcare Organisation",
            ["registrationStatus"] = "Registered",
            ["localAuthority"] = "Oldham",
            ["onspdIcbCode"] = "E54000057",
        };
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
            body[name] = value?.DeepClone();
        return body.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }

    /// <summary>A location with one current rating of a service.</summary>
    public static string Rated(string id, string service, string rating, string day = "2018-03-01", string more = "{}") =>
        Location(id, Merged($$$"""{"currentRatings": {"serviceRatings": [{"name": "{{{service}}}", "rating": "{{{rating}}}", "reportDate": "{{{day}}}"}]}}""", more));

    public static IReadOnlyList<InputRecord> Read(params string[] lines) => Read(Hosting.Imports.Given.Text(string.Join('\n', lines)));

    public static IReadOnlyList<InputRecord> Read(ImportFile file) =>
        [.. new CqcInspectorate().ImportFormats.Single(format => format.Name == "cqc-api").Read(file)];

    private static string Merged(string one, string other)
    {
        var merged = JsonNode.Parse(one)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(other)!.AsObject())
            merged[name] = value?.DeepClone();
        return merged.ToJsonString();
    }
}
