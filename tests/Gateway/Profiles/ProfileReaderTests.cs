using System.Text;
using System.Text.Json.Nodes;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Gateway.Profiles;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.WeightProfile.Types;

namespace Inspectorates.Gateway.Tests.Profiles;

public sealed class ProfileReaderTests
{
    private const string Right = """
        {
          "id": "trial", "version": 2, "title": "Trial", "illustrative": true,
          "authorBody": "Nobody", "decidedOn": "2025-01-31", "rationale": "To try.",
          "consultationAddress": "https://example.org/say", "method": "worst",
          "weighs": "latestProcessVerdicts", "processes": ["icpc"], "jointFindings": false,
          "values": { "exceeds": 4, "meets": "3", "mixed": "2.5", "fallsShort": 2.0, "fails": "2/2" },
          "weights": { "inspectorates": { "red": "1/3", "blue": 0.25 } },
          "limiters": [ { "when": "red", "atOrBelow": "fails", "atMost": "Low" } ],
          "bands": [ { "result": "Low" }, { "result": "High", "from": "2.5", "edge": "below" } ]
        }
        """;

    private static readonly ProfileReader Reader = new(["in-care", "leaving-care"], ["icpc", "s47-enquiry"]);

    [Fact]
    public void A_profile_is_read_exactly()
    {
        var (profile, faults) = Read(Right);

        Assert.Empty(faults);
        Assert.Equal(
            ("trial", 2, "Trial", true, "Nobody", new DateOnly(2025, 1, 31), "To try.", "https://example.org/say", "file.json"),
            (profile!.Id, profile.Version, profile.Title, profile.Illustrative, profile.AuthorBody, profile.DecidedOn, profile.Rationale, profile.ConsultationAddress, profile.File));
        Assert.Equal(
            (Method.Worst, WeighedBy.Inspectorate, Selection.LatestProcessVerdicts, false),
            (profile.Method, profile.WeighedBy, profile.Selection, profile.JointFindings));
        Assert.Equal(["icpc"], profile.Processes);
        Assert.Equal(["4", "3", "5/2", "2", "1"], profile.Values.OrderBy(value => value.Key).Select(value => value.Value.ToString()));
        Assert.Equal([new("red", new(1, 3)), new("blue", new(1, 4))], profile.Weights);
        Assert.Equal([new("red", Grade.Types.Standing.Fails, 0)], profile.Limiters);
        Assert.Equal([new("Low", 0), new("High", new(5, 2), true)], profile.Bands.All);
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over_and_stages_are_weighed_too()
    {
        var text = Right.Replace("{ \"inspectorates\": { \"red\": \"1/3\", \"blue\": 0.25 } }", "{ \"journeyStages\": { \"in-care\": 1 } }", StringComparison.Ordinal)
            .Replace("\"when\": \"red\"", "\"when\": \"*\"", StringComparison.Ordinal);
        var (profile, faults) = Reader.Read("file.json", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        Assert.Empty(faults);
        Assert.Equal(WeighedBy.JourneyStage, profile!.WeighedBy);
    }

    [Fact]
    public void All_faults_are_told_at_once_each_with_file_line_path_and_what_would_be_right()
    {
        var (profile, faults) = Read("""
            {
              "id": "Not An Id",
              "version": 0,
              "title": " ",
              "illustrative": "yes",
              "authorBody": 7,
              "decidedOn": "31/01/2025",
              "consultationAddress": "call us",
              "method": "average",
              "weighs": "everything",
              "processes": ["icpc", "icpc", "tea"],
              "jointFindings": null,
              "values": { "exceeds": 4, "meets": 5, "mixed": "two", "fallsShort": 2, "fail": 1 },
              "weights": { "inspectorates": { "red": -1, "blue": "NaN", "red": 1, "Gr een": 1 } },
              "limiters": [ { "when": "grey", "atOrBelow": "bad", "atMost": "Lowest", "why": 1 }, 3 ],
              "bands": [ { "result": "Low", "from": 1 }, { "result": "Low", "from": 2 }, { "result": "High", "from": "2", "edge": "up" }, [] ],
              "titel": "Trial"
            }
            """);

        Assert.Null(profile);
        string[] told =
        [
            "line 2: $.id must be lower-case letters, digits and hyphens, up to 64, beginning with a letter.",
            "line 3: $.version must be a whole number from 1, counted up with every change.",
            "line 4: $.title must be what the profile is called.",
            "line 5: $.illustrative must be true where it only illustrates, else false.",
            "line 6: $.authorBody must be the name of the body that stands for it; no person's.",
            "line 7: $.decidedOn must be a day such as \"2026-01-31\".",
            "line 1: $.rationale is missing; give why these values, weights, limiters and edges.",
            "line 8: $.consultationAddress must be an address beginning with https:// or mailto:, or empty where there is no consultation.",
            "line 9: $.method must be one of \"weighted\", \"limitedThenWeighted\", \"worst\".",
            "line 10: $.weighs must be one of \"latestBroadJudgements\", \"latestProcessVerdicts\".",
            "line 11: $.processes[1] is given twice; give it once.",
            "line 11: $.processes[2] must be a process of the catalogue, such as \"strategy-discussion\".",
            "line 12: $.jointFindings must be true where findings of joint inspections are weighed with their keeper, else false.",
            "line 13: $.values.meets must not be more than the value of the standing above it, 4.",
            "line 13: $.values.mixed must be a number as text or figure, such as \"2.5\" or 2.5 or \"1/3\".",
            "line 13: $.values.fails is missing; give a number as text or figure, such as \"2.5\" or 2.5 or \"1/3\".",
            "line 13: $.values.fail is not known here; known are exceeds, fails, fallsShort, meets, mixed.",
            "line 14: $.weights.inspectorates.red must not be less than 0.",
            "line 14: $.weights.inspectorates.blue must be a number as text or figure, such as \"2.5\" or 2.5 or \"1/3\".",
            "line 14: $.weights.inspectorates.red is given twice; give it once.",
            "line 14: $.weights.inspectorates.Gr een is not under the code of an inspectorate: lower-case letters, digits and hyphens.",
            "line 15: $.limiters[0].when must be a code that has a weight, or \"*\" for any.",
            "line 15: $.limiters[0].atOrBelow must be one of \"exceeds\", \"meets\", \"mixed\", \"fallsShort\", \"fails\".",
            "line 15: $.limiters[0].atMost must be one of \"Low\", \"High\", \"\".",
            "line 15: $.limiters[0].why is not known here; known are atMost, atOrBelow, when.",
            "line 15: $.limiters[1] must be an object with \"when\", \"atOrBelow\" and \"atMost\".",
            "line 16: $.bands[0].from must be left out: the worst result has no beginning.",
            "line 16: $.bands[1].result is the result of another band; give each its own words.",
            "line 16: $.bands[2].from must be more than the beginning of the band before, 2.",
            "line 16: $.bands[2].edge must be one of \"above\", \"below\".",
            "line 16: $.bands[3] must be an object with \"result\" and, but for the first, \"from\".",
            "line 17: $.titel is not known here; known are authorBody, bands, consultationAddress, decidedOn, id, illustrative, jointFindings, limiters, method, processes, rationale, title, values, version, weighs, weights.",
        ];
        Assert.Equal(told.Order(), faults.Select(fault => fault["file.json, ".Length..]).Order());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"id\": \"a\", }")]
    [InlineData("{ } { }")]
    [InlineData("// not here\n{ }")]
    [InlineData("not json")]
    public void What_is_no_JSON_is_told_with_its_line(string text)
    {
        var (profile, faults) = Read(text);

        Assert.Null(profile);
        Assert.StartsWith("file.json, line 1: $ is no JSON from here on: ", Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_is_no_object_is_no_profile() =>
        Assert.Equal(["file.json, line 1: $ must be one object in braces: the profile."], Read("[]").Faults);

    [Theory]
    [InlineData("id")]
    [InlineData("version")]
    [InlineData("title")]
    [InlineData("illustrative")]
    [InlineData("authorBody")]
    [InlineData("decidedOn")]
    [InlineData("rationale")]
    [InlineData("consultationAddress")]
    [InlineData("method")]
    [InlineData("weighs")]
    [InlineData("processes")]
    [InlineData("jointFindings")]
    [InlineData("values")]
    [InlineData("weights")]
    [InlineData("limiters")]
    [InlineData("bands")]
    public void Every_member_is_needed(string member)
    {
        var profile = JsonNode.Parse(Right)!.AsObject();
        profile.Remove(member);

        Assert.Contains(Read(profile.ToJsonString()).Faults, fault => fault.StartsWith($"file.json, line 1: $.{member} is missing; give ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "inspectorates": { "red": 0, "blue": "0.0" } }""", "must have at least one weight of more than 0")]
    [InlineData("""{ "inspectorates": { } }""", "must have at least one weight of more than 0")]
    [InlineData("""{ "inspectorates": { "red": 1 }, "journeyStages": { "in-care": 1 } }""", "must be an object with either")]
    [InlineData("""{ }""", "must be an object with either")]
    [InlineData("""{ "inspectorates": 3 }""", "must be an object with either")]
    [InlineData("""{ "journeyStages": { "tea": 1 } }""", "is not under the code of a journey stage; there are in-care, leaving-care")]
    [InlineData("""[]""", "must be an object with either")]
    public void Weights_are_of_one_kind_and_not_all_zero(string weights, string fault) =>
        Assert.Contains(With("weights", weights), told => told.Contains(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("""[ { "result": "Low" } ]""", "must hold at least two results, worst first")]
    [InlineData("""[]""", "must hold at least two results, worst first")]
    [InlineData("""{}""", "must be a list of results, worst first")]
    public void There_are_at_least_two_results(string bands, string fault) =>
        Assert.Contains(With("bands", bands), told => told.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Broad_judgements_are_weighed_neither_by_stage_nor_by_process()
    {
        var profile = JsonNode.Parse(Right)!.AsObject();
        profile["weighs"] = "latestBroadJudgements";
        profile["weights"] = JsonNode.Parse("""{ "journeyStages": { "in-care": 1 } }""");
        profile["limiters"] = new JsonArray();

        Assert.Equal(
            [
                "file.json, line 1: $.weights gives weights to journey stages, which broad judgements do not keep apart; let \"weighs\" be \"latestProcessVerdicts\".",
                "file.json, line 1: $.processes chooses processes, and broad judgements are about several; leave it empty.",
            ],
            Read(profile.ToJsonString()).Faults);
    }

    private static IReadOnlyList<string> With(string member, string value)
    {
        var profile = JsonNode.Parse(Right)!.AsObject();
        profile[member] = JsonNode.Parse(value);
        return Read(profile.ToJsonString()).Faults;
    }

    private static (Profile? Profile, IReadOnlyList<string> Faults) Read(string text) => Reader.Read("file.json", Encoding.UTF8.GetBytes(text));
}
