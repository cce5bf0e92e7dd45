using System.Diagnostics;
using System.Globalization;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Benchmarks;

/// <summary>
/// What agreement costs, over verdicts made by lot: 153 areas, 4 inspectorates, 44 processes, and as many years as make n, 2n and 4n.
/// Time is the processor's, which a machine busy with something else does not change; what counts is the ratio.
/// </summary>
internal static class AgreementBench
{
    private const int Rounds = 5;
    private const double MostPerDoubling = 2.2;
    private static readonly TimeSpan MostCold = TimeSpan.FromSeconds(2);
    private static readonly string[] Inspectorates = ["blue", "green", "grey", "red"];

    /// <summary>Measures and prints; false: it costs more than it may.</summary>
    public static bool Run()
    {
        var ten = Answers(10);
        var began = Stopwatch.GetTimestamp();
        var cold = Processor(() => Compose(ten, print: true));
        Console.WriteLine(Line($"Agreement, {Count(ten)} verdicts, first asking: {cold.TotalSeconds:0.00} s of the processor, {Stopwatch.GetElapsedTime(began).TotalSeconds:0.00} s by the clock, wanted {MostCold.TotalSeconds:0.0} s"));

        var met = cold < MostCold;
        var times = new List<(int Verdicts, TimeSpan Compare, TimeSpan Compose)>();
        foreach (var years in (int[])[10, 20, 40])
        {
            var answers = Answers(years);
            times.Add((
                Count(answers),
                Enumerable.Range(0, Rounds).Min(_ => Processor(() => Compare(answers))),
                Enumerable.Range(0, Rounds).Min(_ => Processor(() => Compose(answers)))));
        }

        foreach (var (before, after) in times.Zip(times.Skip(1)))
        {
            var ratio = after.Compare / before.Compare;
            met &= ratio <= MostPerDoubling;
            Console.WriteLine(Line($"Agreement, {before.Verdicts} to {after.Verdicts} verdicts: comparing {before.Compare.TotalMilliseconds:0} to {after.Compare.TotalMilliseconds:0} ms, ratio {ratio:0.00}, wanted at most {MostPerDoubling:0.0}; with the answer {before.Compose.TotalMilliseconds:0} to {after.Compose.TotalMilliseconds:0} ms, ratio {after.Compose / before.Compose:0.00}"));
        }

        Console.WriteLine($"Agreement: {(met ? "met" : "MISSED")}");
        return met;
    }

    private static AgreementAcrossAreas Compare(IReadOnlyList<SourceAnswer> answers) => new(Question, answers, Catalogue, new AgreementOptions());

    // The first page, as it is answered.
    private static void Compose(IReadOnlyList<SourceAnswer> answers, bool print = false)
    {
        AgreementAcrossAreas? found = null;
        var compare = Processor(() => found = Compare(answers));
        var pairs = Processor(() =>
        {
            foreach (var number in found!.Numbers.Take(50))
                found.Write(number);
        });
        var all = Processor(() => _ = found!.OfAll.Value);
        if (print)
            Console.WriteLine(Line($"  first asking: comparing {compare.TotalMilliseconds:0} ms, 50 comparisons {pairs.TotalMilliseconds:0} ms, of all {all.TotalMilliseconds:0} ms"));
    }

    private static TimeSpan Processor(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static int Count(IReadOnlyList<SourceAnswer> answers) => answers.Sum(answer => answer.Verdicts.Count);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static AgreementQuestion Question => new()
    {
        Areas = [.. Areas.England.AllReal.Select(area => new AgreementArea(area.DfeCode, area.Name))],
    };

    private static Catalogue Catalogue => new()
    {
        Processes = [.. ProcessCatalogue.England.All.Select(process => new CatalogueProcess(process.Code, process.Term, process.JourneyStage))],
        Fallback = _ => null,
        CanonicalAspect = Aspects.Canonical,
        AspectLabel = Aspects.Label,
        KindsMayBeSame = AgencyKinds.MayBeSame,
        AgencyKindLabel = kind => kind,
    };

    private static IReadOnlyList<SourceAnswer> Answers(int years)
    {
        var random = new Random(1);
        return
        [
            .. Inspectorates.Select(code => new SourceAnswer(
                code, Described(code), Joint.V1.Source.Types.State.Answered, DateTimeOffset.UnixEpoch, null, "", [.. Verdicts(code, years, random)], [])),
        ];
    }

    private static Inspectorate Described(string code) => new()
    {
        Code = code,
        Label = code,
        Processes = { ProcessCatalogue.England.All.Select(process => process.Code) },
        Frameworks = { new Framework { Code = "frame", Version = "1", Label = "A framework" } },
    };

    private static IEnumerable<Verdict> Verdicts(string inspectorate, int years, Random random)
    {
        var number = 0;
        foreach (var area in Areas.England.AllReal)
            foreach (var process in ProcessCatalogue.England.All)
                for (var year = 0; year < years; year++)
                    yield return new Verdict
                    {
                        Name = Line($"inspectorates/{inspectorate}/verdicts/{number++:x8}"),
                        Inspectorate = inspectorate,
                        Authors = { inspectorate },
                        Framework = "frame",
                        FrameworkVersion = "1",
                        Process = process.Code,
                        Aspect = "whole",
                        Subject = new Subject { Kind = Subject.Types.Kind.Partnership },
                        Footprint = new Footprint { Areas = { area.DfeCode } },
                        Standing = (Grade.Types.Standing)random.Next(1, 6),
                        State = Verdict.Types.State.Published,
                        Fieldwork = new DateRange { Start = Line($"{1980 + year}-06-03"), End = Line($"{1980 + year}-06-07") },
                    };
    }
}
