using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Balance;
using Inspectorates.Reference;
using Inspectorates.V1;
using static Inspectorates.Joint.V1.WeightProfile.Types;

namespace Inspectorates.Gateway.Profiles;

/// <summary>Reads one profile out of a file's text. Whatever is wrong is told at once; a profile with a fault is none.</summary>
/// <param name="stages">Codes of the stages of the child's journey.</param>
/// <param name="processes">Codes of the processes of the catalogue.</param>
internal sealed partial class ProfileReader(IReadOnlyCollection<string> stages, IReadOnlyCollection<string> processes)
{
    private const string ANumber = "a number as text or figure, such as \"2.5\" or 2.5 or \"1/3\"";

    private static readonly Dictionary<string, Grade.Types.Standing> Standings = new()
    {
        ["exceeds"] = Grade.Types.Standing.Exceeds,
        ["meets"] = Grade.Types.Standing.Meets,
        ["mixed"] = Grade.Types.Standing.Mixed,
        ["fallsShort"] = Grade.Types.Standing.FallsShort,
        ["fails"] = Grade.Types.Standing.Fails,
    };

    private static readonly Dictionary<string, Method> Methods = new()
    {
        ["weighted"] = Method.Weighted,
        ["limitedThenWeighted"] = Method.LimitedThenWeighted,
        ["worst"] = Method.Worst,
    };

    private static readonly Dictionary<string, Selection> Selections = new()
    {
        ["latestBroadJudgements"] = Selection.LatestBroadJudgements,
        ["latestProcessVerdicts"] = Selection.LatestProcessVerdicts,
    };

    private static readonly Dictionary<string, bool> Edges = new() { ["above"] = false, ["below"] = true };

    /// <summary>A reader that knows the stages and processes of the reference data.</summary>
    public static ProfileReader OfEngland() => new(
        [.. JourneyStages.All.Select(stage => stage.Code)], [.. ProcessCatalogue.England.All.Select(process => process.Code)]);

    /// <summary>The profile, or every fault.</summary>
    public (Profile? Profile, IReadOnlyList<string> Faults) Read(string file, byte[] utf8)
    {
        var faults = new ProfileFaults(file);
        try
        {
            var root = JsonAt.Read(utf8);
            if (root.Kind is JsonValueKind.Object)
            {
                var profile = Read(file, root, faults);
                return (faults.All.Count == 0 ? profile : null, faults.All);
            }

            faults.At(root, "must be one object in braces: the profile");
        }
        catch (JsonException broken)
        {
            faults.At("$", (int)(broken.LineNumber ?? 0) + 1, $"is no JSON from here on: {broken.Message.Split(" LineNumber:")[0].TrimEnd('.')}");
        }

        return (null, faults.All);
    }

    private Profile Read(string file, JsonAt root, ProfileFaults faults)
    {
        var members = new JsonMembers(root, faults);
        var (by, weights) = Weights(members, faults);
        var bands = Bands(members, faults);
        var profile = new Profile
        {
            File = file,
            Id = Id(members, faults),
            Version = Version(members, faults),
            Title = members.Text("title", "what the profile is called"),
            Illustrative = members.Flag("illustrative", "true where it only illustrates, else false"),
            AuthorBody = members.Text("authorBody", "the name of the body that stands for it; no person's"),
            DecidedOn = Day(members, faults),
            Rationale = members.Text("rationale", "why these values, weights, limiters and edges"),
            ConsultationAddress = Address(members, faults),
            Method = members.Choice("method", Methods),
            WeighedBy = by,
            Selection = members.Choice("weighs", Selections),
            Processes = Processes(members, faults),
            JointFindings = members.Flag("jointFindings", "true where findings of joint inspections are weighed with their keeper, else false"),
            Values = Values(members, faults),
            Weights = weights,
            Limiters = Limiters(members, weights, bands, faults),
            Bands = bands,
        };
        members.RefuseUnknown();
        Agree(profile, root, faults);
        return profile;
    }

    // Parts that are right by themselves and do not go together.
    private static void Agree(Profile profile, JsonAt root, ProfileFaults faults)
    {
        if (profile.Selection is not Selection.LatestBroadJudgements)
            return;
        if (profile.WeighedBy is WeighedBy.JourneyStage)
            faults.At($"{root.Path}.weights", root.Line, "gives weights to journey stages, which broad judgements do not keep apart; "
                + "let \"weighs\" be \"latestProcessVerdicts\"");
        if (profile.Processes.Count > 0)
            faults.At($"{root.Path}.processes", root.Line, "chooses processes, and broad judgements are about several; leave it empty");
    }

    private static string Id(JsonMembers members, ProfileFaults faults)
    {
        const string Right = "lower-case letters, digits and hyphens, up to 64, beginning with a letter";
        var id = members.Text("id", Right);
        if (id.Length > 0 && !CodeForm().IsMatch(id))
            faults.At(members.Find("id", null)!, $"must be {Right}");
        return id;
    }

    private static int Version(JsonMembers members, ProfileFaults faults)
    {
        const string Right = "a whole number from 1, counted up with every change";
        if (members.Find("version", Right) is not { } value)
            return 0;
        if (value.Kind is JsonValueKind.Number
            && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0)
            return version;
        faults.At(value, $"must be {Right}");
        return 0;
    }

    private static DateOnly Day(JsonMembers members, ProfileFaults faults)
    {
        const string Right = "a day such as \"2026-01-31\"";
        var text = members.Text("decidedOn", Right);
        if (Days.Parse(text) is { } day)
            return day;
        if (text.Length > 0)
            faults.At(members.Find("decidedOn", null)!, $"must be {Right}");
        return default;
    }

    private static string Address(JsonMembers members, ProfileFaults faults)
    {
        const string Right = "an address beginning with https:// or mailto:, or empty where there is no consultation";
        var text = members.Text("consultationAddress", Right, mayBeEmpty: true);
        if (text.Length > 0 && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto"))
            faults.At(members.Find("consultationAddress", null)!, $"must be {Right}");
        return text;
    }

    private List<string> Processes(JsonMembers members, ProfileFaults faults)
    {
        var read = new List<string>();
        foreach (var value in members.Array("processes", "a list of process codes, empty for all"))
            if (value.Kind is not JsonValueKind.String || !processes.Contains(value.Text))
                faults.At(value, "must be a process of the catalogue, such as \"strategy-discussion\"");
            else if (read.Contains(value.Text))
                faults.At(value, "is given twice; give it once");
            else
                read.Add(value.Text);
        return read;
    }

    private static Dictionary<Grade.Types.Standing, Rational> Values(JsonMembers members, ProfileFaults faults)
    {
        var read = new Dictionary<Grade.Types.Standing, Rational>();
        if (members.Object("values", $"a number for each of {string.Join(", ", Standings.Keys)}") is not { } values)
            return read;
        var each = new JsonMembers(values, faults);
        foreach (var (word, standing) in Standings)
            if (each.Number(word, ANumber) is { } value)
            {
                if (read.TryGetValue(standing - 1, out var better) && value > better)
                    faults.At(each.Find(word, null)!, $"must not be more than the value of the standing above it, {better.ToDecimal(4)}");
                read[standing] = value;
            }

        each.RefuseUnknown();
        return read;
    }

    private (WeighedBy By, IReadOnlyList<DeclaredWeight> Weights) Weights(JsonMembers members, ProfileFaults faults)
    {
        const string Right = "an object with either \"inspectorates\" or \"journeyStages\", and in it a weight for each code";
        if (members.Object("weights", Right) is not { } weights)
            return default;
        var either = new JsonMembers(weights, faults);
        var (inspectorates, journey) = (either.Find("inspectorates", null), either.Find("journeyStages", null));
        either.RefuseUnknown();
        if ((inspectorates ?? journey) is not { Kind: JsonValueKind.Object } given || (inspectorates is not null && journey is not null))
        {
            faults.At(weights, $"must be {Right}");
            return default;
        }

        var read = new List<DeclaredWeight>();
        foreach (var (code, value) in given.Members)
        {
            if (read.Exists(weight => weight.Code == code))
                faults.At(value, "is given twice; give it once");
            else if (journey is null ? !CodeForm().IsMatch(code) : !stages.Contains(code))
                faults.At(value, journey is null
                    ? "is not under the code of an inspectorate: lower-case letters, digits and hyphens"
                    : $"is not under the code of a journey stage; there are {string.Join(", ", stages)}");
            var weight = JsonMembers.Number(value, ANumber, faults);
            if (weight is { Sign: < 0 })
                faults.At(value, "must not be less than 0");
            read.Add(new(code, weight ?? Rational.One));
        }

        if (read.TrueForAll(weight => weight.Weight.Sign == 0))
            faults.At(given, "must have at least one weight of more than 0");
        return (journey is null ? WeighedBy.Inspectorate : WeighedBy.JourneyStage, read);
    }

    private static ResultBands Bands(JsonMembers members, ProfileFaults faults)
    {
        var read = new List<ResultBand>();
        var values = members.Array("bands", "a list of results, worst first, each but the first with the score it begins at");
        foreach (var value in values)
        {
            var (first, last) = (read.Count == 0, read.LastOrDefault());
            var band = Object(value, "an object with \"result\" and, but for the first, \"from\"", faults);
            var result = band?.Text("result", "the result in words") ?? "";
            if (result.Length > 0 && read.Exists(other => other.Result == result))
                faults.At(band!.Find("result", null)!, "is the result of another band; give each its own words");
            if (first && band?.Find("from", null) is { } from)
                faults.At(from, "must be left out: the worst result has no beginning");
            var begins = first ? null : band?.Number("from", ANumber);
            if (begins is { } score && read.Count > 1 && score <= last!.From)
                faults.At(band!.Find("from", null)!, $"must be more than the beginning of the band before, {last.From.ToDecimal(4)}");
            var below = band?.Find("edge", null) is not null && band.Choice("edge", Edges);
            band?.RefuseUnknown();
            // One at fault still holds its place, so that the others are judged by themselves.
            read.Add(new(result, begins ?? (last is null ? Rational.Zero : last.From), below));
        }

        if (values.Count < 2 && members.Find("bands", null) is { Kind: JsonValueKind.Array } bands)
            faults.At(bands, "must hold at least two results, worst first");
        return faults.All.Count == 0 ? new(read) : new([.. read.Select((band, place) => band with { From = place }).DefaultIfEmpty(new("", 0))]);
    }

    private static List<ProfileLimiter> Limiters(
        JsonMembers members, IReadOnlyList<DeclaredWeight>? weights, ResultBands bands, ProfileFaults faults)
    {
        var read = new List<ProfileLimiter>();
        foreach (var value in members.Array("limiters", "a list, empty where nothing limits the result"))
        {
            if (Object(value, "an object with \"when\", \"atOrBelow\" and \"atMost\"", faults) is not { } limiter)
                continue;
            var when = limiter.Text("when", "a code that has a weight, or \"*\" for any");
            if (when.Length > 0 && when != ProfileLimiter.Any && weights is not null && weights.All(weight => weight.Code != when))
                faults.At(limiter.Find("when", null)!, "must be a code that has a weight, or \"*\" for any");
            var standing = limiter.Choice("atOrBelow", Standings);
            var results = bands.All.Select((band, place) => (band.Result, place)).DistinctBy(band => band.Result)
                .ToDictionary(band => band.Result, band => band.place);
            read.Add(new(when, standing, limiter.Choice("atMost", results)));
            limiter.RefuseUnknown();
        }

        return read;
    }

    private static JsonMembers? Object(JsonAt value, string right, ProfileFaults faults)
    {
        if (value.Kind is JsonValueKind.Object)
            return new(value, faults);
        faults.At(value, $"must be {right}");
        return null;
    }

    [GeneratedRegex(@"^[a-z](?:-?[a-z0-9]){0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
