using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// What both stores are given: facts and imports, verdicts and inspections on their way to publication, corrections,
/// withdrawals, and time. Keeps what the writers of such a history know of it: what stands, and what is under way.
/// </summary>
internal sealed class PublicOperations(Drawn drawn)
{
    private static readonly TimeSpan[] Steps =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(50), TimeSpan.FromHours(7), TimeSpan.FromDays(1), TimeSpan.FromDays(40)];

    private readonly List<string> facts = [];
    private readonly List<string> natives = [];
    private readonly List<string> inspections = [];
    private readonly List<string> grantedInspections = [];
    private readonly List<string> publishedInspections = [];
    private readonly HashSet<string> ofGranted = [];
    private readonly List<(string Word, string Stage, DateTimeOffset Due)> verdictsUnderway = [];
    private readonly List<(string Word, string Stage, DateTimeOffset Due)> inspectionsUnderway = [];
    private int words;

    public DateTimeOffset Now { get; private set; } = EmbargoedService.Start;

    /// <summary>
    /// Verdicts on their way to publication. No hidden operation touches these: to work on the very draft that is about to open
    /// is to change what opens, and that is for the public to see.
    /// </summary>
    public IReadOnlyCollection<string> Underway => [.. verdictsUnderway.Select(one => one.Word)];

    /// <summary>Inspections of this history, but for those the joint reader may read.</summary>
    public IReadOnlyList<string> Inspections => inspections;

    public (string Says, Func<Player, Task> Run) Next() => drawn.Below(18) switch
    {
        0 or 1 or 2 => Fact(),
        3 or 4 or 5 => Import(),
        6 => Correct() ?? Fact(),
        7 => Withdraw() ?? Import(),
        8 => Draft(),
        9 => Redraft() ?? Draft(),
        10 or 11 => Step() ?? Draft(),
        12 => Inspect(),
        13 => StepInspection() ?? Inspect(),
        14 => OfGranted(),
        15 => Recommend(),
        16 => Assign() ?? Inspect(),
        _ => Pass(),
    };

    private (string, Func<Player, Task>) Fact()
    {
        var (word, fact) = (New("fact"), drawn.Fact());
        var inspection = AnInspectionOfNew(word);
        facts.Add(word);
        return ($"a fact {Of(fact)} of {inspection}", async player =>
        {
            fact.Inspection = player.NameOrNone(inspection);
            player.Call(word, (await player.RecordAsync(fact.Clone(), People.Writer)).Name);
        }
        );
    }

    private (string, Func<Player, Task>) Recommend()
    {
        var (word, fact) = (New("recommendation"), drawn.Recommendation());
        (fact.State, fact.PublishedOn, fact.Source) = (Recommendation.Types.State.Published, "2026-01-05", Samples.Source("report", "2026-01-05"));
        return ($"{word} in {fact.Footprint.Areas[0]}", async player => player.Call(
            word, (await player.Recommendations.RecordRecommendationAsync(new() { Recommendation = fact, RequestId = player.RequestId() }, People.Writer)).Recommendation.Name));
    }

    // To an inspection that is public, or will be when this history publishes it.
    private (string, Func<Player, Task>)? Assign()
    {
        string[] open = [.. publishedInspections, .. inspectionsUnderway.FindAll(one => one.Stage == "notified").Select(one => one.Word)];
        if (open.Length == 0)
            return null;
        var (word, inspector, inspection) = (New("inspector"), drawn.Inspector(), drawn.One(open));
        var by = publishedInspections.Contains(inspection) ? People.Publisher : People.Writer;
        return ($"{word} assigned to {inspection}", async player =>
        {
            var assignment = new Assignment
            {
                Inspector = (await player.Teams.RecordInspectorAsync(new() { Inspector = inspector, RequestId = player.RequestId() }, People.Writer)).Inspector.Name,
                Role = TeamRole.Types.Code.Inspector,
                Declaration = new InterestDeclaration { DeclaredOn = "2026-01-05" },
            };
            await player.Teams.AssignInspectorAsync(
                new() { Inspection = player.NameOf(inspection), Assignment = assignment, RequestId = player.RequestId() }, by);
        }
        );
    }

    private (string, Func<Player, Task>)? Correct()
    {
        if (facts.Count == 0)
            return null;
        var (word, fact) = (drawn.One(facts), drawn.Fact());
        var inspection = AnInspectionFor(word);
        verdictsUnderway.RemoveAll(one => one.Word == word);
        return ($"{word} corrected to {Of(fact)}", player =>
        {
            fact.Inspection = player.NameOrNone(inspection);
            return player.SupersedeAsync(player.NameOf(word), fact.Clone(), "entered wrongly", People.Writer);
        }
        );
    }

    private (string, Func<Player, Task>)? Withdraw()
    {
        if (drawn.Chance(25) && publishedInspections.Count > 0)
        {
            var inspection = drawn.One(publishedInspections);
            publishedInspections.Remove(inspection);
            return ($"{inspection} withdrawn", async player => await player.Inspections.WithdrawInspectionAsync(
                new() { Name = player.NameOf(inspection), Reason = "the wrong service", RequestId = player.RequestId() }, People.Publisher));
        }

        string[] standing = [.. facts, .. natives.Except(Underway)];
        if (standing.Length == 0)
            return null;
        var (word, by) = (drawn.One(standing), facts) switch
        {
            var (chosen, known) when known.Contains(chosen) => (chosen, People.Writer),
            var (chosen, _) => (chosen, People.Publisher),
        };
        facts.Remove(word);
        natives.Remove(word);
        verdictsUnderway.RemoveAll(one => one.Word == word);
        return ($"{word} withdrawn", player => player.StepAsync("withdraw", player.NameOf(word), by));
    }

    private (string, Func<Player, Task>) Import()
    {
        var record = drawn.Record(drawn.One(Drawn.Areas), drawn.One(Drawn.ImportDays));
        var word = record.SourceKey;
        Know(word, word);
        return ($"edition {record.Inspection.Source.EditionDay} {record.Inspection.Source.Authority} of {word} with {string.Join(", ", record.Verdicts.Select(one => $"{one.Key} {one.Verdict.Grade.Code}"))}",
            async player =>
            {
                var answer = await player.Imports.ImportRecordsAsync(
                    new ImportRecordsRequest { Records = { record }, RequestId = player.RequestId() }, People.Writer);
                player.Call(word, answer.Outcomes.Single().Inspection);
            }
        );
    }

    private (string, Func<Player, Task>) Draft()
    {
        var (word, draft) = (New("verdict"), drawn.Draft());
        var inspection = AnInspectionOfNew(word);
        verdictsUnderway.Add((word, "draft", default));
        return ($"a draft {word} {Of(draft)} of {inspection}", async player =>
        {
            draft.Inspection = player.NameOrNone(inspection);
            player.Call(word, (await player.RecordAsync(draft.Clone(), People.Writer)).Name);
        }
        );
    }

    private (string, Func<Player, Task>)? Redraft()
    {
        string[] standing = [.. facts.Except(Underway), .. natives.Except(Underway)];
        if (standing.Length == 0)
            return null;
        var (word, draft) = (drawn.One(standing), drawn.Draft());
        var inspection = AnInspectionFor(word);
        verdictsUnderway.Add((word, "draft", default));
        return ($"a draft over {word} {Of(draft)}", player =>
        {
            draft.Inspection = player.NameOrNone(inspection);
            return player.SupersedeAsync(player.NameOf(word), draft.Clone(), "judged anew", People.Writer);
        }
        );
    }

    private (string, Func<Player, Task>)? Step()
    {
        if (verdictsUnderway.FindAll(one => one.Stage != "scheduled") is not { Count: > 0 } open)
            return null;
        var (word, stage, _) = drawn.One(open);
        // The steps to publication are taken close together, or few histories would get there.
        var (next, by) = stage switch { "draft" => ("submit", People.Writer), "submit" => ("approve", People.Assurer), _ => ("publish", People.Publisher) };
        var after = TimeSpan.FromMinutes(1 + drawn.Below(180));
        if (next == "publish" && drawn.Chance(50))
            next = "schedule";
        else if (next == "approve" && drawn.Chance(10))
            (next, by) = ("return", People.Assurer);
        verdictsUnderway.RemoveAll(one => one.Word == word);
        if (next == "publish")
            Opened(word);
        else
            verdictsUnderway.Add((word, next switch { "return" => "draft", "schedule" => "scheduled", _ => next }, Now + after));
        return ($"{next} {word}{(next == "schedule" ? $" after {after}" : "")}", player => player.StepAsync(next, player.NameOf(word), by, after));
    }

    private (string, Func<Player, Task>) Inspect()
    {
        var (word, area, day) = (New("inspection"), drawn.One(Drawn.Areas), drawn.One(Drawn.Days));
        var isFact = drawn.Chance(40);
        var inspection = isFact ? drawn.PublishedInspection(area, day) : drawn.Inspection(area, drawn.Chance(50) ? day : "2026-06-01");
        Know(word, $"fiction/{area}/{inspection.Fieldwork.Start}");
        if (isFact)
            publishedInspections.Add(word);
        else
            inspectionsUnderway.Add((word, "notified", default));
        return ($"{(isFact ? "a published" : "an")} {word} in {area} on {inspection.Fieldwork.Start}", async player =>
            player.Call(word, (await player.CreateAsync(inspection.Clone(), People.Writer)).Name));
    }

    private (string, Func<Player, Task>)? StepInspection()
    {
        if (inspectionsUnderway.FindAll(one => one.Stage != "scheduled") is not { Count: > 0 } open)
            return null;
        var (word, stage, _) = drawn.One(open);
        var after = TimeSpan.FromMinutes(1 + drawn.Below(180));
        inspectionsUnderway.RemoveAll(one => one.Word == word);
        if (stage == "notified")
        {
            inspectionsUnderway.Add((word, "ready", default));
            return ($"{word} brought to pre-publication", player => player.AdvanceAsync(player.NameOf(word), People.Writer));
        }

        if (drawn.Chance(50))
        {
            publishedInspections.Add(word);
            return ($"publish {word}", async player => await player.Inspections.PublishInspectionAsync(
                new() { Name = player.NameOf(word), RequestId = player.RequestId() }, People.Publisher));
        }

        inspectionsUnderway.Add((word, "scheduled", Now + after));
        return ($"schedule {word} after {after}", async player => await player.Inspections.ScheduleInspectionAsync(
            new() { Name = player.NameOf(word), PublishAt = player.After(after), RequestId = player.RequestId() }, People.Publisher));
    }

    /// <summary>Something the joint reader may see and the others may not, in both stores.</summary>
    private (string, Func<Player, Task>) OfGranted()
    {
        var (draft, inspection) = (drawn.Draft(), drawn.Inspection("301", "2026-07-06"));
        Know("granted", People.Granted[0]);
        return ($"a draft of the inspection that is granted {Of(draft)}", async player =>
        {
            if (player.NameOrNone("granted").Length == 0)
                player.Call("granted", (await player.CreateAsync(inspection.Clone(), People.Writer)).Name);
            draft.Inspection = player.NameOf("granted");
            await player.RecordAsync(draft.Clone(), People.Writer);
        }
        );
    }

    private (string, Func<Player, Task>) Pass()
    {
        var by = drawn.One(Steps);
        Now += by;
        foreach (var (word, _, _) in verdictsUnderway.FindAll(one => one.Stage == "scheduled" && one.Due <= Now))
            Opened(word);
        foreach (var (word, _, _) in inspectionsUnderway.FindAll(one => one.Stage == "scheduled" && one.Due <= Now))
            publishedInspections.Add(word);
        verdictsUnderway.RemoveAll(one => one.Stage == "scheduled" && one.Due <= Now);
        inspectionsUnderway.RemoveAll(one => one.Stage == "scheduled" && one.Due <= Now);
        return ($"{by} pass", player => player.Service.AdvanceAsync(by));
    }

    private void Opened(string word)
    {
        if (!facts.Contains(word) && !natives.Contains(word))
            natives.Add(word);
    }

    private string New(string word) => $"{word}-{++words}";

    private void Know(string word, string key)
    {
        var list = People.Granted.Contains(key) ? grantedInspections : inspections;
        if (!list.Contains(word))
            list.Add(word);
    }

    private string AnInspectionOfNew(string word)
    {
        if (grantedInspections.Count == 0 || drawn.Chance(75))
            return inspections.Count > 0 && drawn.Chance(60) ? drawn.One(inspections) : "";
        ofGranted.Add(word);
        return drawn.One(grantedInspections);
    }

    // A verdict never comes to an inspection that is granted, nor leaves it: in the number of its revision the joint reader
    // would see, as docs/decisions/0080 says, that there were others under another inspection.
    private string AnInspectionFor(string word) => ofGranted.Contains(word)
        ? drawn.One(grantedInspections)
        : inspections.Count > 0 && drawn.Chance(60) ? drawn.One(inspections) : "";

    private static string Of(Verdict verdict) =>
        $"{verdict.Judgement}{verdict.Process} {verdict.Grade.Code} {verdict.Coding} {verdict.PublishedOn} in {string.Join(' ', verdict.Footprint.Areas)}";
}
