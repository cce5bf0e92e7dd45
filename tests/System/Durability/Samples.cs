using Inspectorates.V1;

namespace Inspectorates.SystemTests.Durability;

/// <summary>Valid verdicts of any inspectorate, made from what it says of itself.</summary>
internal sealed class Samples(Inspectorate description)
{
    private readonly Framework framework = description.Frameworks.First(one => one.Processes.Count > 0);

    public static async Task<Samples> OfAsync(RecordService service) =>
        new((await new InspectorateService.InspectorateServiceClient(service.Channel).GetInspectorateAsync(new GetInspectorateRequest())).Inspectorate);

    /// <summary>
    /// Words for the record that tell one request from all others. Letters only: a long number in a text is refused, since it
    /// may be somebody's.
    /// </summary>
    public static string WordsOf(string requestId) => string.Concat(requestId.Select(one => char.IsDigit(one) ? (char)('g' + (one - '0')) : one));

    public Verdict Draft(string text, string area = "926") => new()
    {
        Framework = framework.Code,
        FrameworkVersion = framework.Version,
        Process = description.Processes[0],
        Aspect = "timeliness",
        Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
        Footprint = new Footprint { Areas = { area } },
        Grade = new Grade { Code = framework.Grades.First(grade => grade.Standing != Grade.Types.Standing.NotJudged).Code },
        Text = text,
    };

    /// <summary>A verdict published elsewhere, which is public as soon as it is recorded.</summary>
    public Verdict Published(string text, string area = "926")
    {
        var verdict = Draft(text, area);
        verdict.State = Verdict.Types.State.Published;
        verdict.PublishedOn = "2024-02-01";
        verdict.Source = new Provenance
        {
            Uri = "https://example.org/report",
            Edition = "edition 2024-01-31",
            EditionDay = "2024-01-31",
            Licence = "OGL-UK-3.0",
            Authority = Provenance.Types.Authority.Official,
        };
        return verdict;
    }
}
