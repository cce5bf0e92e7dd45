using System.Globalization;
using Inspectorates.Gateway.Joint;
using Inspectorates.Gateway.Joint.Agreement;
using Inspectorates.Reference;
using Inspectorates.V1;

namespace Inspectorates.Gateway.Tests.Joint.Agreement;

/// <summary>Verdicts made by lot: one of each of four inspectorates on each process in each area and year.</summary>
internal static class Generated
{
    public static readonly IReadOnlyList<string> Inspectorates = ["blue", "green", "grey", "red"];

    private static readonly Grade.Types.Standing[] Standings =
    [
        Grade.Types.Standing.Exceeds, Grade.Types.Standing.Meets, Grade.Types.Standing.Mixed, Grade.Types.Standing.FallsShort,
        Grade.Types.Standing.Fails,
    ];

    public static AgreementQuestion AllAreas => new()
    {
        Areas = [.. Areas.England.AllReal.OrderBy(area => area.DfeCode, StringComparer.Ordinal).Select(area => new AgreementArea(area.DfeCode, area.Name))],
    };

    public static IReadOnlyList<SourceAnswer> Answers(int years, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Inspectorates.Select(inspectorate => Make.Answer(inspectorate, [.. Verdicts(inspectorate, years, random)]))];
    }

    private static IEnumerable<Verdict> Verdicts(string inspectorate, int years, Random random)
    {
        var number = 0;
        foreach (var area in Areas.England.AllReal)
            foreach (var process in ProcessCatalogue.England.All)
                for (var year = 0; year < years; year++)
                    yield return new Verdict
                    {
                        Name = string.Create(CultureInfo.InvariantCulture, $"inspectorates/{inspectorate}/verdicts/{number++:x8}"),
                        Inspectorate = inspectorate,
                        Authors = { inspectorate },
                        Framework = "frame",
                        FrameworkVersion = "1",
                        Process = process.Code,
                        Aspect = "whole",
                        Subject = Make.Partnership,
                        Footprint = new Footprint { Areas = { area.DfeCode } },
                        Standing = Standings[random.Next(Standings.Length)],
                        State = Verdict.Types.State.Published,
                        Coding = Verdict.Types.Coding.ByInspectorate,
                        Fieldwork = new DateRange
                        {
                            Start = string.Create(CultureInfo.InvariantCulture, $"{2015 + year}-06-03"),
                            End = string.Create(CultureInfo.InvariantCulture, $"{2015 + year}-06-07"),
                        },
                        PublishedOn = string.Create(CultureInfo.InvariantCulture, $"{2015 + year}-07-20"),
                        Revision = 1,
                    };
    }
}
