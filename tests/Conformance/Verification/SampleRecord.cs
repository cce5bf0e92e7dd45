using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting.Audit;
using Inspectorates.Reference;
using Inspectorates.V1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inspectorates.Conformance.Verification;

/// <summary>The store of a service that a little of everything was written to, and what was kept outside it.</summary>
public sealed class SampleRecord : IAsyncLifetime
{
    private static readonly string[] Bodies = ["local-authority", "police-force"];

    private static readonly Inspection.Types.State[] Steps =
        [Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication];

    private readonly string folder = Directory.CreateTempSubdirectory("record-").FullName;

    public string File => In("record.db");

    /// <summary>A file in the folder that goes with the record.</summary>
    public string In(string name) => Path.Combine(folder, name);

    public async ValueTask InitializeAsync()
    {
        await using var service = new RunningService(new FictionalInspectorate());
        await service.StartAsync();
        await WriteAsync(service);
        await KeepCheckpointAsync(service);
        Copy(service.StoreFile, File);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>What is given to <c>verify</c> besides the store.</summary>
    public string[] Elsewhere => ["--checkpoint", In("checkpoint.json"), "--key", In("key.pem")];

    /// <summary>Runs <c>verify</c> on a store.</summary>
    internal static Task<ProgramRun> VerifyAsync(string store, params string[] more) =>
        ProgramRun.Of(new FictionalInspectorate(), ["verify", "--store", store, .. more]);

    private static async Task WriteAsync(RunningService service)
    {
        var (samples, stop) = (new Samples(service.Description), TestContext.Current.CancellationToken);
        for (var round = 0; round < 3; round++)
        {
            var area = service.NewArea();
            var published = (await service.Verdicts.RecordVerdictAsync(
                Samples.Recording(samples.Published(area, "2024-02-01")), service.As("inspector"), cancellationToken: stop)).Verdict;
            await service.Verdicts.RecordVerdictAsync(Samples.Recording(samples.Verdict(area)), service.As("inspector"), cancellationToken: stop);
            var better = samples.Published(area, "2024-02-01", samples.Worst);
            better.Name = published.Name;
            await service.Verdicts.SupersedeVerdictAsync(
                new SupersedeVerdictRequest { Verdict = better, Reason = "a mistake", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: stop);
            if (round == 1)
                await service.Verdicts.WithdrawVerdictAsync(
                    new WithdrawVerdictRequest { Name = published.Name, Reason = "taken back", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: stop);
            foreach (var grade in new[] { samples.Best, samples.Worst })
                await service.Imports.ImportRecordsAsync(
                    new ImportRecordsRequest
                    {
                        Records = { samples.Record(area, "2024-03-01", grade, Samples.Source($"edition {grade}", grade == samples.Best ? "2024-04-01" : "2024-05-01")) },
                        RequestId = Samples.NewId(),
                    },
                    service.As("inspector"), cancellationToken: stop);
            await GoThroughStepsAsync(service, samples, area, round, stop);
            await SayAsync(service, samples, stop);
            await RecommendAsync(service, stop);
            await ReadAsync(service, area, stop);
            await ReferAsync(service, stop);
            await FollowAsync(service, samples, stop);
            await InspectAsync(service, samples, round, stop);
            await SignAsync(service);
            service.Time.Advance(TimeSpan.FromHours(20));
        }
    }

    // A position that is committed to, shown and revised.
    private static async Task SayAsync(RunningService service, Samples samples, CancellationToken stop)
    {
        var area = service.NewArea();
        string[] names = [.. await Task.WhenAll(new[] { samples.Best, samples.Worst }.Select(async grade => (await service.Verdicts.RecordVerdictAsync(
            Samples.Recording(samples.Published(area, "2024-02-01", grade)), service.As("inspector"), cancellationToken: stop)).Verdict.Name))];
        var said = (await service.Positions.RecordPositionAsync(
            new RecordPositionRequest
            {
                Position = new Position
                {
                    Difference = DifferenceIds.Of(area, samples.Process, "timeliness", names[0], names[1]),
                    Area = area,
                    Process = samples.Process,
                    Aspect = "timeliness",
                    Verdict = names[0],
                    OtherVerdict = names[1],
                    Choice = Position.Types.Choice.WillRevisit,
                    Reason = "two teams",
                    TargetToBeDecided = true,
                },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: stop)).Position;
        await service.Positions.RevisePositionAsync(
            new RevisePositionRequest
            {
                Name = said.Name,
                Choice = Position.Types.Choice.Explains,
                PositionReason = "other months",
                Reason = "looked again",
                RequestId = Samples.NewId(),
            },
            service.As("publisher"), cancellationToken: stop);
    }

    // A reading of an indicator in two editions.
    private static async Task ReadAsync(RunningService service, string area, CancellationToken stop)
    {
        foreach (var (value, day) in new[] { ("12.5", "2024-04-01"), ("12.7", "2024-05-01") })
            await service.Imports.ImportRecordsAsync(
                new ImportRecordsRequest
                {
                    Records =
                    {
                        new ImportedRecord
                        {
                            SourceKey = $"indicator/tales-told/{area}/2024",
                            IndicatorReading = new IndicatorReading { Indicator = "tales-told", Area = area, Period = "2024", Value = value, Source = Samples.Source($"edition {day}", day) },
                        },
                    },
                    RequestId = Samples.NewId(),
                },
                service.As("inspector"), cancellationToken: stop);
    }

    // A recommendation that is drafted, published and split, and one that stays a draft.
    private static async Task RecommendAsync(RunningService service, CancellationToken stop)
    {
        var drafts = new List<Recommendation>();
        for (var number = 0; number < 2; number++)
            drafts.Add((await service.Recommendations.RecordRecommendationAsync(
                new RecordRecommendationRequest
                {
                    Recommendation = new Recommendation
                    {
                        Text = "Share the minutes.",
                        Process = "strategy-discussion",
                        Footprint = new Footprint { Areas = { service.NewArea() } },
                        Addressee = new Subject { Kind = Subject.Types.Kind.Partnership },
                        DueToBeDecided = true,
                    },
                    RequestId = Samples.NewId(),
                },
                service.As("inspector"), cancellationToken: stop)).Recommendation);
        await service.Recommendations.PublishRecommendationAsync(
            new PublishRecommendationRequest { Name = drafts[0].Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: stop);
        await service.Recommendations.SplitRecommendationAsync(
            new SplitRecommendationRequest
            {
                Name = drafts[0].Name,
                Parts = { Bodies.Select(kind => new SplitRecommendationRequest.Types.Part
                {
                    Text = "Share yours.", Addressee = new Subject { Kind = Subject.Types.Kind.Agency, Agency = new V1.Agency { Kind = kind } },
                }) },
                Reason = "two bodies",
                RequestId = Samples.NewId(),
            },
            service.As("publisher"), cancellationToken: stop);
    }

    // A concern that is escalated, and referred to an inspectorate that is not there.
    private static async Task ReferAsync(RunningService service, CancellationToken stop)
    {
        var concerns = new ConcernService.ConcernServiceClient(service.Channel);
        var concern = (await concerns.RaiseConcernAsync(
            new RaiseConcernRequest
            {
                Concern = new Concern
                {
                    Subject = new V1.Agency { Kind = "police-force", Code = "E23000024" },
                    Areas = { "926" },
                    Evidence = { new Evidence { Type = Evidence.Types.Type.MultiAgencyAudit, Count = 12 } },
                    Text = "Strategy discussions were held without the police.",
                },
                RequestId = Samples.NewId(),
            },
            service.As("inspector"), cancellationToken: stop)).Concern;
        await concerns.EscalateConcernAsync(
            new EscalateConcernRequest { Name = concern.Name, Reason = "no answer", RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: stop);
        await new ReferralService.ReferralServiceClient(service.Channel).ReferConcernAsync(
            new ReferConcernRequest { Concern = concern.Name, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: stop);
    }

    // What follows an inspection that became public, and what those inspected said before it did.
    private static async Task FollowAsync(RunningService service, Samples samples, CancellationToken stop)
    {
        var body = new Subject { Kind = Subject.Types.Kind.Partnership };
        var inspection = (await service.Inspections.CreateInspectionAsync(
            new CreateInspectionRequest
            {
                Inspection = new Inspection
                {
                    Kind = Inspection.Types.Kind.Single,
                    Framework = samples.Framework.Code,
                    FrameworkVersion = samples.Framework.Version,
                    Footprint = new Footprint { Areas = { service.NewArea() } },
                    Fieldwork = new DateRange { Start = "2026-05-04" },
                },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: stop)).Inspection.Name;
        await service.Replies.RecordReplyAsync(
            new RecordReplyRequest { Reply = new Reply { Inspection = inspection, InspectedBody = body, Text = "Otherwise.", ReceivedOn = "2026-06-12" }, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: stop);
        await service.Replies.RecordAccuracyExchangeAsync(
            new RecordAccuracyExchangeRequest { Exchange = new AccuracyExchange { Inspection = inspection, InspectedBody = body, SentOn = "2026-06-01" }, RequestId = Samples.NewId() },
            service.As("lead"), cancellationToken: stop);
        var statement = (await service.Statements.RecordStatementAsync(
            new RecordStatementRequest
            {
                Statement = new Statement { Inspection = inspection, Requirement = Statement.Types.Requirement.Needed, PrincipalAuthority = body, ReportReceivedOn = "2026-06-01" },
                RequestId = Samples.NewId(),
            },
            service.As("lead"), cancellationToken: stop)).Statement;
        foreach (var state in Steps)
            await service.Inspections.AdvanceInspectionAsync(new AdvanceInspectionRequest { Name = inspection, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: stop);
        await service.Inspections.PublishInspectionAsync(new PublishInspectionRequest { Name = inspection, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: stop);
        await service.Statements.PublishStatementAsync(new PublishStatementRequest { Name = statement.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: stop);
    }

    // A team that is assigned, signs, loses a member and becomes public, and one that stays with its inspection.
    private static async Task InspectAsync(RunningService service, Samples samples, int round, CancellationToken stop)
    {
        var inspector = new Inspector
        {
            Background = ProfessionalBackground.Types.Code.Health,
            HomeAuthority = "X01",
            HomeAuthorityUntil = "2020-01-01",
            Competences = { new Competence { Framework = samples.Framework.Code, ValidFrom = "2020-01-01" } },
        };
        var inspection = new Inspection
        {
            Kind = Inspection.Types.Kind.Single,
            Framework = samples.Framework.Code,
            Footprint = new Footprint { Areas = { service.NewArea() } },
            Fieldwork = new DateRange { Start = "2026-06-22" },
        };
        var created = (await service.Inspections.CreateInspectionAsync(
            new CreateInspectionRequest { Inspection = inspection, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: stop)).Inspection.Name;
        var names = new List<string>();
        foreach (var _ in Bodies)
        {
            names.Add((await service.Teams.RecordInspectorAsync(
                new RecordInspectorRequest { Inspector = inspector, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: stop)).Inspector.Name);
            var assignment = new Assignment
            {
                Inspector = names[^1],
                Role = TeamRole.Types.Code.Inspector,
                Themes = { "strategy-discussion" },
                Declaration = new InterestDeclaration { DeclaredOn = "2026-01-01" },
            };
            await service.Teams.AssignInspectorAsync(
                new AssignInspectorRequest { Inspection = created, Assignment = assignment, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: stop);
        }

        await service.Teams.SignThemeAsync(
            new SignThemeRequest { Inspection = created, Inspector = names[0], Theme = "strategy-discussion", RequestId = Samples.NewId() },
            service.As("inspector"), cancellationToken: stop);
        await service.Teams.RecuseInspectorAsync(
            new RecuseInspectorRequest { Inspection = created, Inspector = names[1], Reason = Recusal.Types.Reason.OwnRequest, RequestId = Samples.NewId() },
            service.As("inspector"), cancellationToken: stop);
        if (round == 0)
            return;
        foreach (var state in new[] { Inspection.Types.State.OnSite, Inspection.Types.State.Draft, Inspection.Types.State.FactualAccuracy, Inspection.Types.State.PrePublication })
            await service.Inspections.AdvanceInspectionAsync(
                new AdvanceInspectionRequest { Name = created, State = state, RequestId = Samples.NewId() }, service.As("lead"), cancellationToken: stop);
        await service.Inspections.PublishInspectionAsync(
            new PublishInspectionRequest { Name = created, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: stop);
    }

    // From draft to public: published at once, to be published later, and a tombstone over a draft.
    private static async Task GoThroughStepsAsync(RunningService service, Samples samples, string area, int round, CancellationToken stop)
    {
        var verdicts = service.Verdicts;
        var draft = (await verdicts.RecordVerdictAsync(Samples.Recording(samples.Verdict(area)), service.As("inspector"), cancellationToken: stop)).Verdict;
        await verdicts.SubmitVerdictAsync(new SubmitVerdictRequest { Name = draft.Name, RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: stop);
        if (round == 0)
        {
            await verdicts.ReturnVerdictAsync(
                new ReturnVerdictRequest { Name = draft.Name, Reason = "not yet", RequestId = Samples.NewId() }, service.As("quality-assurer"), cancellationToken: stop);
            return;
        }

        await verdicts.ApproveVerdictAsync(new ApproveVerdictRequest { Name = draft.Name, RequestId = Samples.NewId() }, service.As("quality-assurer"), cancellationToken: stop);
        if (round == 1)
        {
            await verdicts.ScheduleVerdictAsync(
                new ScheduleVerdictRequest { Name = draft.Name, PublishAt = Timestamp.FromDateTimeOffset(service.Time.GetUtcNow().AddYears(1)), RequestId = Samples.NewId() },
                service.As("publisher"), cancellationToken: stop);
            return;
        }

        await verdicts.PublishVerdictAsync(new PublishVerdictRequest { Name = draft.Name, RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: stop);
        var anew = samples.Verdict(area, samples.Worst);
        anew.Name = draft.Name;
        await verdicts.SupersedeVerdictAsync(
            new SupersedeVerdictRequest { Verdict = anew, Reason = "worse than was thought", RequestId = Samples.NewId() }, service.As("inspector"), cancellationToken: stop);
        await verdicts.WithdrawVerdictAsync(
            new WithdrawVerdictRequest { Name = draft.Name, Reason = "taken back", RequestId = Samples.NewId() }, service.As("publisher"), cancellationToken: stop);
    }

    // As an auditor would: the last checkpoint and the key that signs, kept apart from the store.
    private async Task KeepCheckpointAsync(RunningService service)
    {
        var stop = TestContext.Current.CancellationToken;
        await SignAsync(service);
        var checkpoint = await service.Audit.GetCheckpointAsync(new GetCheckpointRequest(), service.As("auditor"), cancellationToken: stop);
        var keys = await service.Audit.ListCheckpointKeysAsync(new ListCheckpointKeysRequest(), service.As("auditor"), cancellationToken: stop);
        await System.IO.File.WriteAllTextAsync(In("checkpoint.json"), JsonFormatter.Default.Format(checkpoint.Checkpoint), stop);
        await System.IO.File.WriteAllTextAsync(In("key.pem"), PemEncoding.WriteString("PUBLIC KEY", keys.Keys[0].PublicKey.Span), stop);
    }

    private static Task SignAsync(RunningService service) =>
        service.Services.GetServices<IHostedService>().OfType<Checkpointing>().Single().SignAsync(TestContext.Current.CancellationToken);

    /// <summary>Copies a store into one file without a log beside it.</summary>
    internal static void Copy(string store, string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = store, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO @file";
        command.Parameters.AddWithValue("@file", file);
        command.ExecuteNonQuery();
    }
}
