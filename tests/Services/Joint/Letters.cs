using System.Text.Json.Nodes;
using Inspectorates.Hosting.Imports;
using Inspectorates.Hosting.Imports.Joint;
using Inspectorates.Services.Tests.Hosting.Imports;

namespace Inspectorates.Services.Tests.Joint;

/// <summary>Letters of tests: a sound one, made wrong a field at a time. Their findings are ours.</summary>
internal static class Letters
{
    /// <summary>Such a letter with some fields changed.</summary>
    public static JsonObject With(params (string Field, JsonNode? Value)[] changes)
    {
        var letter = new JsonObject
        {
            ["source_file"] = "a-letter.pdf",
            ["ofsted_urn"] = "80418",
            ["dfe_la_code"] = "926",
            ["gss_utla23"] = "E10000020",
            ["area"] = "Norfolk",
            ["published"] = "27 february 2025",
            ["fieldwork"] = "9 to 13 December 2024",
            ["inspectorates"] = new JsonArray("Ofsted", "CQC", "HMICFRS", "HMI Probation"),
            ["theme"] = "children who are victims of domestic abuse",
            ["needs_to_improve"] = new JsonArray("How promptly strategy meetings are held", "Something nobody has a word for"),
            ["strengths"] = new JsonArray("Police officers attend strategy meetings"),
            ["priority_action"] = new JsonArray(),
            ["written_statement_due"] = "11 June 2025",
        };
        foreach (var (field, value) in changes)
            letter[field] = value;
        return letter;
    }

    /// <summary>Such a letter without a field.</summary>
    public static JsonObject Without(params string[] fields)
    {
        var letter = With();
        foreach (var field in fields)
            letter.Remove(field);
        return letter;
    }

    /// <summary>What an inspectorate makes of letters.</summary>
    public static List<InputRecord> ReadBy(string inspectorate, params JsonNode?[] letters) =>
        ReadBy(inspectorate, $"[{string.Join(',', letters.Select(letter => letter?.ToJsonString() ?? "null"))}]");

    public static List<InputRecord> ReadBy(string inspectorate, string json) =>
        [.. new JtaiLettersFormat(inspectorate).Read(Given.Text(json))];
}
