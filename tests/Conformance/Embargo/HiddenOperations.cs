using Grpc.Core;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// What only the second store is given, of which nothing ever opens: nothing is published, schedules are set far beyond any
/// history's end or called off at once, and what has been public is never withdrawn, since its tombstone is public. Nothing is
/// about an inspection the joint reader may read, nor touches a draft that the public history is about to open.
/// </summary>
internal sealed class HiddenOperations(Drawn drawn, int seed)
{
    private static readonly TimeSpan NeverInAnyHistory = TimeSpan.FromDays(3000);

    private readonly List<string> drafts = [];
    private readonly List<string> inspections = [];
    private int words;

    /// <param name="underway">Words of the verdicts that must be left alone.</param>
    /// <param name="known">Words of inspections the public history names.</param>
    /// <param name="shared">An operation whose request id is used again, by somebody else.</param>
    public (string Says, Func<Player, Task> Run) Next(IReadOnlyCollection<string> underway, IReadOnlyList<string> known, string shared) => drawn.Below(15) switch
    {
        0 or 1 => Draft(known),
        2 => SameRequestId(known, shared),
        3 => Batch(known),
        4 or 5 => Step(underway),
        6 or 7 => Over(underway, known),
        8 => Inspect(),
        9 => StepInspection() ?? Inspect(),
        10 => ValidateOnly(underway),
        11 => Refused(underway),
        12 => Recommend(),
        13 => Assign(),
        _ => CalledOff(known),
    };

    private (string, Func<Player, Task>) Draft(IReadOnlyList<string> known)
    {
        var (word, draft, inspection) = (New(drafts, "draft"), drawn.Draft(), AnInspection(known));
        return ($"{word} {Of(draft)} of {inspection}", player => RecordAsync(player, word, draft, inspection));
    }

    // Drafted, and perhaps revised, addressed anew or withdrawn: nothing of it was ever public.
    private (string, Func<Player, Task>) Recommend()
    {
        var (word, draft, step) = (New([], "recommendation"), drawn.Recommendation(), drawn.Below(4));
        return ($"{word} in {draft.Footprint.Areas[0]}, then {step}", async player =>
        {
            var recorded = (await player.Recommendations.RecordRecommendationAsync(new() { Recommendation = draft, RequestId = player.RequestId() }, People.HiddenWriter)).Recommendation;
            player.Call(word, recorded.Name, isHidden: true);
            recorded.Text = "Said otherwise.";
            if (step == 1)
                await player.Recommendations.ReviseRecommendationAsync(new() { Recommendation = recorded, Reason = "r", RequestId = player.RequestId() }, People.HiddenWriter);
            else if (step == 2)
                await player.Recommendations.ReaddressRecommendationAsync(
                    new() { Name = recorded.Name, Addressee = new() { Kind = Subject.Types.Kind.Partnership }, Reason = "r", RequestId = player.RequestId() }, People.HiddenWriter);
            else if (step == 3)
                await player.Recommendations.WithdrawRecommendationAsync(new() { Name = recorded.Name, Reason = "r", RequestId = player.RequestId() }, People.HiddenWriter);
        }
        );
    }

    // An inspector, and perhaps their assignment to an inspection that never becomes public, and their recusal from it.
    private (string, Func<Player, Task>) Assign()
    {
        var (word, inspector, step, inspection) = (New([], "inspector"), drawn.Inspector(), drawn.Below(3), inspections.Count == 0 ? null : drawn.One(inspections));
        return ($"{word} for {inspection}, {step}", async player =>
        {
            inspector.Name = (await player.Teams.RecordInspectorAsync(new() { Inspector = inspector, RequestId = player.RequestId() }, People.HiddenWriter)).Inspector.Name;
            player.Call(word, inspector.Name, isHidden: true);
            if (inspection is null || step == 0)
                return;
            var assignment = new Assignment
            {
                Inspector = inspector.Name,
                Role = TeamRole.Types.Code.Inspector,
                Declaration = new InterestDeclaration { DeclaredOn = "2026-01-05" },
            };
            var name = player.NameOf("hidden " + inspection);
            player.Call(
                "team of " + word, (await player.Teams.AssignInspectorAsync(
                    new() { Inspection = name, Assignment = assignment, RequestId = player.RequestId() }, People.HiddenWriter)).Team.Name, isHidden: true);
            if (step == 2)
                await player.Teams.RecuseInspectorAsync(
                    new() { Inspection = name, Inspector = inspector.Name, Reason = Recusal.Types.Reason.Interest, RequestId = player.RequestId() }, People.HiddenWriter);
        }
        );
    }

    private (string, Func<Player, Task>) SameRequestId(IReadOnlyList<string> known, string shared)
    {
        var (word, draft, inspection) = (New(drafts, "draft"), drawn.Draft(), AnInspection(known));
        return ($"{word} {Of(draft)} under the request id of {shared}", player =>
            RecordAsync(player, word, draft, inspection, Player.RequestId(seed, shared, 0)));
    }

    private (string, Func<Player, Task>) Batch(IReadOnlyList<string> known)
    {
        var (word, inspection) = (New(drafts, "batch"), AnInspection(known));
        Verdict[] batch = [drawn.Draft(), drawn.Draft(), drawn.Draft()];
        return ($"{word} of {batch.Length} drafts of {inspection}", async player =>
        {
            foreach (var draft in batch)
                draft.Inspection = player.NameOrNone(inspection);
            var answer = await player.Verdicts.BatchRecordVerdictsAsync(
                new BatchRecordVerdictsRequest { Verdicts = { batch }, RequestId = player.RequestId() }, People.HiddenWriter);
            foreach (var verdict in answer.Verdicts)
                player.Call(word, verdict.Name, isHidden: true);
        }
        );
    }

    private (string, Func<Player, Task>) Step(IReadOnlyCollection<string> underway)
    {
        var (steps, nth, own) = (drawn.One<string[]>(
            [["submit"], ["submit", "approve"], ["submit", "approve", "schedule"], ["approve"], ["schedule"], ["return"], ["submit", "return"], ["withdraw"]]),
            drawn.Below(100), drawn.Chance(60) && drafts.Count > 0 ? drawn.One(drafts) : null);
        if (own is null && steps is ["withdraw"])
            steps = ["submit"];
        return ($"{string.Join(", ", steps)} {own ?? $"public verdict {nth}"}", async player =>
        {
            var name = own is null ? await NthAsync(player, underway, nth) : player.NameOf(own);
            foreach (var step in steps)
                await player.StepAsync(step, name, By(step), NeverInAnyHistory);
        }
        );
    }

    private (string, Func<Player, Task>) Over(IReadOnlyCollection<string> underway, IReadOnlyList<string> known)
    {
        var (nth, own) = (drawn.Below(100), drawn.Chance(25) && drafts.Count > 0 ? drawn.One(drafts) : null);
        var (draft, inspection, isSubmitted) = (drawn.Draft(), AnInspection(known), drawn.Chance(50));
        return ($"a draft over {own ?? $"public verdict {nth}"} {Of(draft)} of {inspection}{(isSubmitted ? ", handed in" : "")}", async player =>
        {
            var name = own is null ? await NthAsync(player, underway, nth) : player.NameOf(own);
            draft.Inspection = player.NameOrNone(inspection);
            await player.SupersedeAsync(name, draft.Clone(), "a hidden reason", People.HiddenWriter);
            if (isSubmitted)
                await player.StepAsync("submit", name, People.HiddenWriter);
        }
        );
    }

    // Days and areas are those of imports: a record of a source may meet a hidden inspection of the same key.
    private (string, Func<Player, Task>) Inspect()
    {
        var (area, day) = (drawn.One(Drawn.Areas), drawn.One(Drawn.Days));
        if (People.Granted.Contains($"fiction/{area}/{day}"))
            area = "301";
        var (word, inspection) = (New(inspections, "inspection"), drawn.Chance(30) ? drawn.PublishedInspection(area, day) : drawn.Inspection(area, day));
        (inspection.State, inspection.PublishedOn) = (Inspection.Types.State.Notified, "");
        return ($"hidden {word} in {area} on {day}", async player =>
            await FollowedAsync(player, "hidden " + word, (await player.CreateAsync(inspection.Clone(), People.HiddenWriter)).Name));
    }

    // What was said about it and what follows it is as hidden as the inspection.
    private static async Task FollowedAsync(Player player, string word, string name)
    {
        player.Call(word, name, isHidden: true);
        var body = new Subject { Kind = Subject.Types.Kind.Partnership };
        await player.Replies.RecordReplyAsync(
            new() { Reply = new() { Inspection = name, InspectedBody = body, Text = "hidden", ReceivedOn = "2026-06-01" }, RequestId = player.RequestId() }, People.HiddenWriter);
        await player.Replies.RecordAccuracyExchangeAsync(
            new() { Exchange = new() { Inspection = name, InspectedBody = body, SentOn = "2026-06-01" }, RequestId = player.RequestId() }, People.HiddenWriter);
        await player.Statements.RecordStatementAsync(
            new() { Statement = new() { Inspection = name, Requirement = Statement.Types.Requirement.Needed, PrincipalAuthority = body }, RequestId = player.RequestId() }, People.HiddenWriter);
    }

    private (string, Func<Player, Task>)? StepInspection()
    {
        if (inspections.Count == 0)
            return null;
        var (word, kind, steps, participant) = (drawn.One(inspections), drawn.Below(5), 1 + drawn.Below(4), drawn.Participant());
        var changed = drawn.Inspection(drawn.One(Drawn.Areas), "2026-06-02");
        return ($"hidden {word}: step {kind} {steps}", async player =>
        {
            var name = player.NameOf("hidden " + word);
            switch (kind)
            {
                case 0:
                    await player.Inspections.RecordParticipationAsync(
                        new() { Name = name, RequestId = player.RequestId(), Participation = new() { Inspectorate = participant, State = Participation.Types.State.TookPart } },
                        People.HiddenWriter);
                    break;
                case 1:
                    changed.Name = name;
                    await player.Inspections.UpdateInspectionAsync(new() { Inspection = changed, RequestId = player.RequestId() }, People.HiddenWriter);
                    break;
                case 2:
                    await player.Inspections.WithdrawInspectionAsync(new() { Name = name, Reason = "called off", RequestId = player.RequestId() }, People.HiddenPublisher);
                    break;
                case 3:
                    await player.AdvanceAsync(name, People.HiddenWriter);
                    await player.Inspections.ScheduleInspectionAsync(
                        new() { Name = name, PublishAt = player.After(NeverInAnyHistory), RequestId = player.RequestId() }, People.HiddenPublisher);
                    break;
                default:
                    await player.AdvanceAsync(name, People.HiddenWriter, steps);
                    break;
            }
        }
        );
    }

    private (string, Func<Player, Task>) ValidateOnly(IReadOnlyCollection<string> underway)
    {
        var (kind, nth, fact, record) = (drawn.Below(5), drawn.Below(100), drawn.Fact(), drawn.Record(drawn.One(Drawn.Areas), drawn.One(Drawn.ImportDays)));
        var (own, inspection) = (drafts.Count > 0 ? drawn.One(drafts) : null, drawn.PublishedInspection("301", "2024-03-05"));
        return ($"a check only, of kind {kind} on public verdict {nth}", async player =>
        {
            switch (kind)
            {
                case 0:
                    await player.Verdicts.RecordVerdictAsync(new() { Verdict = fact, RequestId = player.RequestId(), ValidateOnly = true }, People.HiddenWriter);
                    break;
                case 1:
                    await player.Imports.ImportRecordsAsync(new() { Records = { record }, RequestId = player.RequestId(), ValidateOnly = true }, People.HiddenWriter);
                    break;
                case 2:
                    await player.StepAsync("withdraw", await NthAsync(player, underway, nth), People.HiddenWriter, validateOnly: true);
                    break;
                case 3:
                    await player.Inspections.CreateInspectionAsync(new() { Inspection = inspection, RequestId = player.RequestId(), ValidateOnly = true }, People.HiddenWriter);
                    break;
                default:
                    await player.StepAsync("publish", own is null ? await NthAsync(player, underway, nth) : player.NameOf(own), People.HiddenPublisher, validateOnly: true);
                    break;
            }
        }
        );
    }

    private (string, Func<Player, Task>) Refused(IReadOnlyCollection<string> underway)
    {
        var (kind, nth, draft) = (drawn.Below(4), drawn.Below(100), drawn.Draft());
        return ($"a refused call of kind {kind} on public verdict {nth}", async player =>
        {
            var name = await NthAsync(player, underway, nth);
            switch (kind)
            {
                case 0:
                    await player.Verdicts.WithdrawVerdictAsync(
                        new() { Name = name, Reason = "r", Etag = "another's", RequestId = player.RequestId() }, People.HiddenWriter);
                    break;
                case 1:
                    await player.StepAsync("publish", name, People.HiddenWriter);
                    break;
                case 2:
                    draft.Grade.Code = "unheard-of";
                    await player.SupersedeAsync(name, draft, "r", People.HiddenWriter);
                    break;
                default:
                    await player.RecordAsync(draft, People.Nobody);
                    break;
            }
        }
        );
    }

    private (string, Func<Player, Task>) CalledOff(IReadOnlyList<string> known)
    {
        var (word, draft, inspection, isWithdrawn) = (New(drafts, "draft"), drawn.Draft(), AnInspection(known), drawn.Chance(50));
        return ($"{word} scheduled for soon and {(isWithdrawn ? "withdrawn" : "returned")} at once", async player =>
        {
            await RecordAsync(player, word, draft, inspection);
            await player.StepAsync("submit", player.NameOf(word), People.HiddenWriter);
            await player.StepAsync("approve", player.NameOf(word), People.HiddenAssurer);
            await player.StepAsync("schedule", player.NameOf(word), People.HiddenPublisher, TimeSpan.FromMinutes(1));
            await player.StepAsync(isWithdrawn ? "withdraw" : "return", player.NameOf(word), isWithdrawn ? People.HiddenWriter : People.HiddenAssurer);
        }
        );
    }

    private static async Task RecordAsync(Player player, string word, Verdict draft, string inspection, string? id = null)
    {
        draft.Inspection = player.NameOrNone(inspection);
        player.Call(word, (await player.RecordAsync(draft.Clone(), People.HiddenWriter, id)).Name, isHidden: true);
    }

    // A refusal where there is none: a hidden operation may come to nothing.
    private static async Task<string> NthAsync(Player player, IReadOnlyCollection<string> underway, int nth) =>
        await player.PublicAsync(underway) is { Count: > 0 } listed
            ? listed[nth % listed.Count].Name
            : throw new RpcException(new Status(StatusCode.NotFound, "Nothing is public yet."));

    private static Metadata By(string step) => step switch
    {
        "approve" or "return" => People.HiddenAssurer,
        "schedule" => People.HiddenPublisher,
        _ => People.HiddenWriter,
    };

    private string AnInspection(IReadOnlyList<string> known)
    {
        string[] all = [.. known, .. inspections.Select(word => "hidden " + word)];
        return all.Length > 0 && drawn.Chance(70) ? drawn.One(all) : "";
    }

    private string New(List<string> of, string word)
    {
        of.Add($"hidden-{word}-{++words}");
        return of[^1];
    }

    private static string Of(Verdict verdict) =>
        $"{verdict.Judgement}{verdict.Process} {verdict.Grade.Code} {verdict.Coding} in {string.Join(' ', verdict.Footprint.Areas)}";
}
