using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;

namespace Inspectorates.Conformance;

/// <summary>Pilots: by when what was learnt is published is asked for at the start, and what a pilot finds is a pilot's.</summary>
public class PilotTests
{
    protected virtual StoreKind Store => StoreKind.Sqlite;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Faults => new()
    {
        { "no terms", "FIELD_REQUIRED", "inspection.pilot_terms" },
        { "neither a day nor to be decided", "FIELD_REQUIRED", "inspection.pilot_terms.publish_by" },
        { "both", "FIELDS_INCONSISTENT", "inspection.pilot_terms.publish_by" },
        { "no day", "FIELD_MALFORMED", "inspection.pilot_terms.publish_by" },
        { "a day of one's own since when it is to be decided", "FIELD_OUTPUT_ONLY", "inspection.pilot_terms.to_be_decided_on" },
        { "an address that is none", "FIELD_MALFORMED", "inspection.pilot_terms.learning_report_uri" },
        { "a report without a day", "FIELDS_INCONSISTENT", "inspection.pilot_terms.learning_report_on" },
        { "a day without a report", "FIELDS_INCONSISTENT", "inspection.pilot_terms.learning_report_uri" },
        { "a report of tomorrow", "FIELD_OUT_OF_RANGE", "inspection.pilot_terms.learning_report_on" },
        { "no pilot", "FIELDS_INCONSISTENT", "inspection.pilot_terms" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task F10_A_pilot_says_by_when_what_it_teaches_is_published_or_is_refused(string fault, string reason, string field)
    {
        await using var service = await StartedAsync();

        var refused = await Refused.ByAsync(() => CreatedAsync(service, inspection => Spoil(inspection, fault)));

        refused.Is(StatusCode.InvalidArgument, reason, field);
    }

    [Fact]
    public async Task F12_To_be_decided_counts_from_the_day_it_was_first_said()
    {
        await using var service = await StartedAsync();
        var created = await CreatedAsync(service, inspection => inspection.PilotTerms = new PilotTerms { ToBeDecided = true });
        service.Time.Advance(TimeSpan.FromDays(3));

        var changed = await UpdatedAsync(service, created, inspection =>
        {
            inspection.PilotTerms.ToBeDecidedOn = "";
            inspection.Theme = "exploitation";
        });
        var decided = await UpdatedAsync(service, changed, inspection => inspection.PilotTerms = new PilotTerms { PublishBy = "2026-12-01" });

        Assert.Equal("2026-06-15", created.PilotTerms.ToBeDecidedOn);
        Assert.Equal("2026-06-15", changed.PilotTerms.ToBeDecidedOn);
        Assert.Equal(("", "2026-12-01"), (decided.PilotTerms.ToBeDecidedOn, decided.PilotTerms.PublishBy));
    }

    [Fact]
    public async Task F12_Where_a_source_says_since_when_it_is_to_be_decided_that_day_stays()
    {
        await using var service = await StartedAsync();

        var created = await CreatedAsync(service, inspection =>
        {
            (inspection.State, inspection.PublishedOn, inspection.Source) = (Inspection.Types.State.Published, "2026-05-29", Samples.Source("report", "2026-05-29"));
            inspection.PilotTerms = new PilotTerms { ToBeDecided = true, ToBeDecidedOn = "2026-03-02" };
        });
        var silent = await CreatedAsync(service, inspection =>
        {
            (inspection.State, inspection.PublishedOn, inspection.Source) = (Inspection.Types.State.Published, "2026-05-29", Samples.Source("report", "2026-05-29"));
            inspection.PilotTerms = new PilotTerms { ToBeDecided = true };
        });

        Assert.Equal(("2026-03-02", "2026-06-15"), (created.PilotTerms.ToBeDecidedOn, silent.PilotTerms.ToBeDecidedOn));
    }

    [Fact]
    public async Task What_a_pilot_finds_is_a_pilots_whoever_forgets_to_say_so()
    {
        await using var service = await StartedAsync();
        var pilot = await CreatedAsync(service);

        Assert.True((await RecordedAsync(service, pilot, isPilots: false)).Pilot);
        Assert.True((await RecordedAsync(service, pilot, isPilots: true)).Pilot);
    }

    [Fact]
    public async Task No_verdict_of_another_inspection_is_a_pilots()
    {
        await using var service = await StartedAsync();
        var inspection = await CreatedAsync(service, inspection => (inspection.Pilot, inspection.PilotTerms) = (false, null));

        var refused = await Refused.ByAsync(() => RecordedAsync(service, inspection, isPilots: true));

        refused.Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "verdict.pilot");
    }

    [Fact]
    public async Task A_pilot_stays_one_once_it_has_verdicts()
    {
        await using var service = await StartedAsync();
        var pilot = await CreatedAsync(service);
        var before = await UpdatedAsync(service, pilot, inspection => (inspection.Pilot, inspection.PilotTerms) = (false, null));
        var again = await UpdatedAsync(service, before, inspection => Promise(inspection));
        await RecordedAsync(service, again, isPilots: true);

        var refused = await Refused.ByAsync(() => UpdatedAsync(service, again, inspection => (inspection.Pilot, inspection.PilotTerms) = (false, null)));

        refused.Is(StatusCode.InvalidArgument, "FIELDS_INCONSISTENT", "inspection.pilot");
    }

    [Fact]
    public async Task F10_Once_a_pilot_is_public_what_was_learnt_is_recorded_and_nothing_else_is_changed()
    {
        await using var service = await StartedAsync();
        var pilot = await CreatedAsync(service, inspection => inspection.PilotTerms = new PilotTerms { ToBeDecided = true });
        await PublishedAsync(service, pilot.Name);
        service.Time.Advance(TimeSpan.FromDays(30));

        var decided = await UpdatedAsync(service, pilot, inspection => inspection.PilotTerms = new PilotTerms { PublishBy = "2026-07-10" }, "publisher");
        var learnt = await UpdatedAsync(service, decided, Learn, "publisher");

        Assert.Equal((Inspection.Types.State.Published, "2026-06-15"), (learnt.State, learnt.PublishedOn));
        var seen = (await service.Inspections.GetInspectionAsync(new() { Name = pilot.Name }, cancellationToken: Stop)).Inspection;
        Assert.Equal(
            (3, "2026-07-10", "", "https://example.org/learnt", "2026-07-14"),
            (seen.Revision, seen.PilotTerms.PublishBy, seen.PilotTerms.ToBeDecidedOn, seen.PilotTerms.LearningReportUri, seen.PilotTerms.LearningReportOn));
        var later = await Refused.ByAsync(() => UpdatedAsync(service, learnt, inspection => inspection.PilotTerms.PublishBy = "2026-09-30", "publisher"));
        later.Is(StatusCode.FailedPrecondition, "STATE_FORBIDS", "inspection.pilot_terms.publish_by");
        var more = await Refused.ByAsync(() => UpdatedAsync(service, learnt, inspection => (inspection.Theme, inspection.Fieldwork.End) = ("neglect", "2026-07-20"), "publisher"));
        more.Is(StatusCode.FailedPrecondition, "STATE_FORBIDS", "inspection.fieldwork", "inspection.theme");
        (await Refused.ByAsync(() => UpdatedAsync(service, learnt, Learn))).Is(StatusCode.PermissionDenied, "ROLE_FORBIDS");
        var verified = await ProgramRun.Of(new FictionalInspectorate(), "verify", "--store", service.ConnectionString);
        Assert.True(verified.ExitCode == 0, verified.Out + verified.Error);

        static void Learn(Inspection inspection) =>
            (inspection.PilotTerms.LearningReportUri, inspection.PilotTerms.LearningReportOn) = ("https://example.org/learnt", "2026-07-14");
    }

    [Fact]
    public async Task Nothing_of_a_public_inspection_is_changed_that_was_no_pilot()
    {
        await using var service = await StartedAsync();
        var inspection = await CreatedAsync(service, inspection => (inspection.Pilot, inspection.PilotTerms) = (false, null));
        await PublishedAsync(service, inspection.Name);

        (await Refused.ByAsync(() => UpdatedAsync(service, inspection, _ => { }, "publisher"))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
        (await Refused.ByAsync(() => UpdatedAsync(service, inspection, Promise, "publisher"))).Is(StatusCode.FailedPrecondition, "STATE_FORBIDS");
    }

    [Fact]
    public async Task What_a_pilot_found_is_a_pilots_whichever_source_told_that_it_was_one()
    {
        await using var service = await StartedAsync();
        var samples = new Samples(service.Description);
        var first = samples.Record("301", "2025-03-03", samples.Best, Samples.Source("official", "2025-04-01"));
        var told = samples.Record("301", "2025-03-03", samples.Best, Samples.Source("another", "2025-04-01", Provenance.Types.Authority.Scraped));
        (told.SourceKey, told.Inspection.Pilot) = (told.SourceKey + "/other", true);
        told.Inspection.PilotTerms = new PilotTerms { PublishBy = "2025-06-01", LearningReportUri = "https://example.org/learnt", LearningReportOn = "2025-05-01" };
        told.Verdicts[0].Verdict.Aspect = "quality";

        foreach (var record in new[] { first, told })
            await service.Imports.ImportRecordsAsync(new() { Records = { record }, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: Stop);

        var inspection = Assert.Single((await service.Inspections.ListInspectionsAsync(new() { Area = "301" }, cancellationToken: Stop)).Inspections);
        Assert.Equal((true, told.Inspection.PilotTerms), (inspection.Pilot, inspection.PilotTerms));
        Assert.Equal([true, true], (await service.Verdicts.ListVerdictsAsync(new() { Area = "301" }, cancellationToken: Stop)).Verdicts.Select(verdict => verdict.Pilot));
    }

    private static void Promise(Inspection inspection) =>
        (inspection.Pilot, inspection.PilotTerms) = (true, new PilotTerms { PublishBy = "2026-09-30" });

    private static void Spoil(Inspection inspection, string fault)
    {
        var terms = inspection.PilotTerms;
        switch (fault)
        {
            case "no terms": inspection.PilotTerms = null; break;
            case "neither a day nor to be decided": terms.PublishBy = ""; break;
            case "both": terms.ToBeDecided = true; break;
            case "no day": terms.PublishBy = "30/09/2026"; break;
            case "a day of one's own since when it is to be decided": terms.ToBeDecidedOn = "2026-01-01"; break;
            case "an address that is none": (terms.LearningReportUri, terms.LearningReportOn) = ("javascript:alert(1)", "2026-06-01"); break;
            case "a report without a day": terms.LearningReportUri = "https://example.org/learnt"; break;
            case "a day without a report": terms.LearningReportOn = "2026-06-01"; break;
            case "a report of tomorrow": (terms.LearningReportUri, terms.LearningReportOn) = ("https://example.org/learnt", "2026-06-16"); break;
            default: inspection.Pilot = false; break;
        }
    }

    private static async Task<Inspection> CreatedAsync(RunningService service, Action<Inspection>? change = null)
    {
        var inspection = InspectionStepTests.Notified(new Samples(service.Description), "301");
        Promise(inspection);
        change?.Invoke(inspection);
        return (await service.Inspections.CreateInspectionAsync(
            new CreateInspectionRequest { Inspection = inspection, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop)).Inspection;
    }

    private static async Task PublishedAsync(RunningService service, string name)
    {
        foreach (var state in new[] { Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication })
            await service.Inspections.AdvanceInspectionAsync(new() { Name = name, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: Stop);
        await service.Inspections.PublishInspectionAsync(new() { Name = name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: Stop);
    }

    private static async Task<Inspection> UpdatedAsync(RunningService service, Inspection current, Action<Inspection> change, string role = "lead")
    {
        var inspection = InspectionStepTests.Notified(new Samples(service.Description), "301");
        (inspection.Name, inspection.Pilot, inspection.PilotTerms) = (current.Name, current.Pilot, current.PilotTerms?.Clone());
        change(inspection);
        return (await service.Inspections.UpdateInspectionAsync(
            new UpdateInspectionRequest { Inspection = inspection, RequestId = Samples.NewId() }, service.As(role), cancellationToken: Stop)).Inspection;
    }

    private static async Task<Verdict> RecordedAsync(RunningService service, Inspection inspection, bool isPilots)
    {
        var samples = new Samples(service.Description);
        var verdict = samples.Verdict("301");
        (verdict.Inspection, verdict.Pilot) = (inspection.Name, isPilots);
        return (await service.Verdicts.RecordVerdictAsync(Samples.Recording(verdict), service.As("inspector"), cancellationToken: Stop)).Verdict;
    }

    private Task<RunningService> StartedAsync() => RunningService.StartedAsync(new FictionalInspectorate(), Store);
}
