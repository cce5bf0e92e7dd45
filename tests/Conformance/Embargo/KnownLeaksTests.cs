using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>
/// Ways in which something hidden could once be told, or was feared to be, each as the shortest history that would show it.
/// </summary>
public sealed class KnownLeaksTests
{
    [Fact]
    public Task An_import_does_not_take_the_name_or_days_of_a_hidden_inspection_of_its_key() => NothingShowsAsync(
        Hidden(async player => await player.CreateAsync(Notified("301", "2024-03-05"), People.HiddenWriter)),
        Import("overall", "fine"));

    [Fact]
    public Task An_import_is_recorded_though_a_hidden_inspection_says_the_same_already() => NothingShowsAsync(
        Hidden(async player =>
        {
            var inspection = Record("overall", "fine").Inspection;
            (inspection.State, inspection.PublishedOn) = (Inspection.Types.State.Notified, "");
            await player.CreateAsync(inspection, People.HiddenWriter);
        }),
        Import("overall", "fine"));

    [Fact]
    public Task A_hidden_draft_over_an_imported_verdict_does_not_say_from_when_its_tombstone_counts() => NothingShowsAsync(
        Import("rule", "poor"),
        Hidden(OverFirstAsync("fine")),
        Import("reading", "fine", "2025-01-31"));

    [Fact]
    public Task A_hidden_grade_does_not_break_the_rule_of_a_published_inspection() => NothingShowsAsync(
        Import("overall", "fine"),
        Hidden(async player =>
        {
            var draft = Verdict("poor");
            draft.Inspection = (await player.PublicAsync([]))[0].Inspection;
            await player.RecordAsync(draft, People.HiddenWriter);
        }),
        Import("part", "fine", "2025-01-31"));

    [Fact]
    public Task A_hidden_coding_by_reading_replaces_nothing_that_is_public() => NothingShowsAsync(
        Import("overall", "fine"),
        Hidden(async player =>
        {
            var draft = Verdict("poor");
            (draft.Coding, draft.Inspection) = (V1.Verdict.Types.Coding.ByReading, (await player.PublicAsync([]))[0].Inspection);
            await player.RecordAsync(draft, People.HiddenWriter);
        }),
        Import("rule", "fine", "2025-01-31"));

    [Fact]
    public Task A_hidden_draft_is_no_version_in_the_number_of_the_next_public_one_nor_in_the_tombstone() => NothingShowsAsync(
        Public(async player => player.Call("fact", (await player.RecordAsync(Fact(), People.Writer)).Name)),
        Hidden(OverFirstAsync("poor")),
        Public(player => player.SupersedeAsync(player.NameOf("fact"), Fact(), "entered wrongly", People.Writer)),
        Hidden(OverFirstAsync("poor")),
        Public(player => player.StepAsync("withdraw", player.NameOf("fact"), People.Writer)));

    [Fact]
    public Task A_hidden_draft_that_takes_a_verdict_to_another_inspection_does_not_show_to_readers_of_its_own() => NothingShowsAsync(
        Public(async player =>
        {
            player.Call("granted", (await player.CreateAsync(Notified("301", "2026-07-06"), People.Writer)).Name);
            var fact = Fact();
            fact.Inspection = player.NameOf("granted");
            player.Call("fact", (await player.RecordAsync(fact, People.Writer)).Name);
        }),
        Hidden(async player =>
        {
            var draft = Verdict("poor");
            draft.Inspection = (await player.CreateAsync(Notified("302", "2024-03-05"), People.HiddenWriter)).Name;
            await player.SupersedeAsync(player.NameOf("fact"), draft, "of another inspection", People.HiddenWriter);
        }));

    [Fact]
    public Task Hidden_work_does_not_show_in_the_length_or_bytes_of_a_joint_readers_cursors() => NothingShowsAsync(
        Hidden(async player =>
        {
            for (var number = 0; number < 120; number++)
                await player.RecordAsync(Verdict("fine"), People.HiddenWriter);
        }),
        Public(async player => player.Call("granted", (await player.CreateAsync(Notified("301", "2026-07-06"), People.Writer)).Name)),
        Import("overall", "fine"));

    // What a reader asks is drawn from the seed: several, so that every reader asks everything.
    private static async Task NothingShowsAsync(params (bool IsHidden, Func<Player, Task> Run)[] steps)
    {
        await using var pair = await Pair.StartAsync(second: null);
        for (var seed = 1; seed <= 12; seed++)
        {
            var history = new History(
                seed, [.. steps.Select((step, place) => new Operation($"s{place}", $"step {place}", step.IsHidden, step.Run))], [EmbargoedService.Start]);

            var outcome = await pair.CompareAsync(history);

            Assert.Null(outcome.Difference);
            Assert.True(outcome is { Done: > 0, Refused: 0, Entries: > 0 }, $"Nothing was hidden: {outcome}");
        }
    }

    private static (bool, Func<Player, Task>) Public(Func<Player, Task> run) => (false, run);

    private static (bool, Func<Player, Task>) Hidden(Func<Player, Task> run) => (true, run);

    private static (bool, Func<Player, Task>) Import(string key, string grade, string edition = "2024-10-01") => Public(async player =>
        await player.Imports.ImportRecordsAsync(new ImportRecordsRequest { Records = { Record(key, grade, edition) }, RequestId = player.RequestId() }, People.Writer));

    private static Func<Player, Task> OverFirstAsync(string grade) => async player =>
        await player.SupersedeAsync((await player.PublicAsync([]))[0].Name, Verdict(grade), "a hidden reason", People.HiddenWriter);

    private static ImportedRecord Record(string key, string grade, string edition = "2024-10-01")
    {
        var verdict = Verdict(grade);
        verdict.PublishedOn = "2024-03-05";
        verdict.Coding = key switch { "rule" => V1.Verdict.Types.Coding.ByRule, "reading" => V1.Verdict.Types.Coding.ByReading, _ => V1.Verdict.Types.Coding.ByInspectorate };
        if (key == "rule")
            verdict.Aspect = "";
        if (key == "overall")
            (verdict.Judgement, verdict.Process, verdict.Aspect) = (key, "", "");
        var inspection = Notified("301", "2024-03-05");
        (inspection.State, inspection.Source) = (Inspection.Types.State.Published, Samples.Source("edition", edition));
        return new ImportedRecord
        {
            SourceKey = "fiction/301/2024-03-05",
            Inspection = inspection,
            Verdicts = { new ImportedVerdict { Key = key, Verdict = verdict } },
        };
    }

    private static Inspection Notified(string area, string day) => new()
    {
        Kind = Inspection.Types.Kind.Single,
        Framework = "fiction",
        FrameworkVersion = "2024-",
        Footprint = new Footprint { Areas = { area } },
        Fieldwork = new DateRange { Start = day },
    };

    private static Verdict Fact()
    {
        var fact = Verdict("fine");
        (fact.State, fact.PublishedOn, fact.Source) = (V1.Verdict.Types.State.Published, "2024-03-05", Samples.Source("edition", "2024-10-01"));
        return fact;
    }

    private static Verdict Verdict(string grade) => new()
    {
        Framework = "fiction",
        FrameworkVersion = "2024-",
        Process = "strategy-discussion",
        Aspect = "timeliness",
        Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
        Footprint = new Footprint { Areas = { "301" } },
        Grade = new Grade { Code = grade },
        NoChildsVoiceExplanation = "None wanted to be heard.",
    };
}
