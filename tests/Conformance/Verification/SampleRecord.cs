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
