using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Inspectorates.Conformance.Fictional;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>How long an answer takes does not tell either: with 10,000 hidden verdicts in the area asked about, no longer than with none.</summary>
public sealed class AnswerTimeTests(ITestOutputHelper output)
{
    private const int Hidden = 10_000;
    private const int Together = 500;
    private const int Rounds = 500;
    private const double Most = 0.10;

    // Whoever else uses the machine shows in a measurement. What is hidden would show in every one.
    private const int Tries = 3;

    [Fact]
    public async Task The_median_answer_takes_as_long_with_ten_thousand_hidden_verdicts_as_with_none()
    {
        await using var without = await StartedAsync();
        await using var with = await StartedAsync();
        var name = await HideAsync(with);
        await AskAllAsync(without, name, 100);
        await AskAllAsync(with, name, 100);

        var apart = new Dictionary<string, double>();
        for (var tried = 1; tried <= Tries; tried++)
        {
            apart = await ApartAsync(without, with, name);
            output.WriteLine($"measurement {tried} of at most {Tries}, {Rounds} rounds: " + string.Join(
                ", ", apart.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value:+0.0%;-0.0%;0.0%}"))));
            if (apart.Values.All(one => Math.Abs(one) <= Most))
                return;
        }

        Assert.Fail($"In each of {Tries} measurements medians were more than {Most:P0} apart, at last "
            + string.Join(", ", apart.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key} {one.Value:+0.0%;-0.0%;0.0%}"))));
    }

    // One after the other by turns, so that whatever else goes on falls on both.
    private static async Task<Dictionary<string, double>> ApartAsync(EmbargoedService without, EmbargoedService with, string name)
    {
        var took = Questions(without, name).ToDictionary(question => question.Key, _ => (Without: new List<TimeSpan>(), With: new List<TimeSpan>()));
        var (plain, embargoed) = (Questions(without, name), Questions(with, name));
        for (var round = 0; round < Rounds; round++)
            foreach (var (what, (one, other)) in took)
                for (var turn = 0; turn < 2; turn++)
                    if ((round + turn) % 2 == 0)
                        one.Add(await TimedAsync(plain[what]));
                    else
                        other.Add(await TimedAsync(embargoed[what]));
        return took.ToDictionary(pair => pair.Key, pair => (Median(pair.Value.With) / Median(pair.Value.Without)) - 1);
    }

    private static async Task AskAllAsync(EmbargoedService service, string name, int times)
    {
        for (var time = 0; time < times; time++)
            foreach (var ask in Questions(service, name).Values)
                await ask();
    }

    private static Dictionary<string, Func<Task>> Questions(EmbargoedService service, string name)
    {
        var (verdicts, inspections, changes) = (
            new VerdictService.VerdictServiceClient(service.Channel), new InspectionService.InspectionServiceClient(service.Channel),
            new ChangeService.ChangeServiceClient(service.Channel));
        return new()
        {
            ["ListVerdicts"] = async () => await verdicts.ListVerdictsAsync(new() { Area = "301" }),
            ["ListVerdicts of the past"] = async () =>
                await verdicts.ListVerdictsAsync(new() { Area = "301", RecordedAsOf = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(EmbargoedService.Start) }),
            ["ListVerdicts everywhere"] = async () => await verdicts.ListVerdictsAsync(new() { PageSize = 10 }),
            ["GetVerdict of a hidden name"] = () => NotFoundAsync(verdicts.GetVerdictAsync(new() { Name = name })),
            ["GetVerdict of a made-up name"] = () => NotFoundAsync(verdicts.GetVerdictAsync(new() { Name = name[..^8] + "00000000" })),
            ["ListVerdictRevisions of a hidden name"] = () => NotFoundAsync(verdicts.ListVerdictRevisionsAsync(new() { Name = name })),
            ["ListInspections"] = async () => await inspections.ListInspectionsAsync(new() { Area = "301" }),
            ["ListChanges"] = async () => await changes.ListChangesAsync(new() { PageSize = 20 }),
        };
    }

    private static async Task NotFoundAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            Assert.Fail("It was found.");
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.NotFound)
        {
            // As it should be.
        }
    }

    private static async Task<TimeSpan> TimedAsync(Func<Task> ask)
    {
        var began = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(began);
    }

    private static double Median(List<TimeSpan> took)
    {
        took.Sort();
        return took[took.Count / 2].TotalMicroseconds;
    }

    /// <summary>A service on a port with a few dozen public verdicts and inspections in the area.</summary>
    private static async Task<EmbargoedService> StartedAsync()
    {
        var service = await EmbargoedService.StartAsync(new FictionalInspectorate(), listens: true, EmbargoedService.Start);
        var (player, drawn) = (new Player(service, 1), new Drawn(new Random(1)));
        service.Names.Begin("public");
        for (var number = 0; number < 40; number++)
        {
            var fact = drawn.Fact();
            (fact.Footprint, fact.PublishedOn, fact.PlacedOn, fact.PlacedBecause) = (new() { Areas = { "301" } }, $"2024-03-{1 + (number % 28):00}", "", "");
            await player.RecordAsync(fact, People.Writer);
            if (number % 4 == 0)
                await player.CreateAsync(drawn.PublishedInspection("301", $"2024-03-{1 + number % 28:00}"), People.Writer);
        }

        return service;
    }

    /// <summary>Hides verdicts in the area.</summary>
    /// <returns>The name of one.</returns>
    private static async Task<string> HideAsync(EmbargoedService service)
    {
        var (player, drawn, name) = (new Player(service, 2), new Drawn(new Random(2)), "");
        for (var number = 0; number < Hidden; number += Together)
        {
            service.Names.Begin($"hidden {number}");
            var batch = new BatchRecordVerdictsRequest { RequestId = Samples.NewId() };
            for (var one = 0; one < Together; one++)
                batch.Verdicts.Add(drawn.Draft("301"));
            name = (await player.Verdicts.BatchRecordVerdictsAsync(batch, People.HiddenWriter)).Verdicts[0].Name;
            await player.CreateAsync(drawn.Inspection("301", "2024-03-05"), People.HiddenWriter);
        }

        return name;
    }
}
