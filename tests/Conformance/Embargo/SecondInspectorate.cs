using Inspectorates.Conformance.Fictional;
using Inspectorates.Hosting;
using Inspectorates.Hosting.Imports;
using Inspectorates.V1;

namespace Inspectorates.Conformance.Embargo;

/// <summary>Another inspectorate with the same frameworks, for the first to differ from.</summary>
internal sealed class SecondInspectorate : IInspectorate
{
    private readonly FictionalInspectorate first = new();

    public string Code => "second";

    public IReadOnlyList<IImportFormat> ImportFormats => [];

    public IReadOnlyList<Indicator> Indicators => first.Indicators;

    public Inspectorate Describe()
    {
        var description = first.Describe();
        foreach (var framework in description.Frameworks)
        {
            framework.Inspectorates.Clear();
            framework.Inspectorates.Add(Code);
        }

        return description;
    }

    public IReadOnlyList<RuleDiscrepancy> Check(Inspection inspection, IReadOnlyList<Verdict> verdicts) => [];

    /// <summary>Its service, with verdicts on everything the histories are about, and a clock beyond any of theirs.</summary>
    public static async Task<EmbargoedService> StartAsync()
    {
        var inspectorate = new SecondInspectorate();
        var service = await EmbargoedService.StartAsync(inspectorate, listens: true, EmbargoedService.Start.AddDays(2000));
        var (verdicts, writer) = (new VerdictService.VerdictServiceClient(service.Channel), EmbargoedService.As(inspectorate.Code, "writer", ["inspector"]));
        var number = 0;
        foreach (var area in Drawn.Areas)
            foreach (var process in Drawn.Processes)
                foreach (var day in Drawn.Days)
                {
                    service.Names.Begin($"second {++number}");
                    await verdicts.RecordVerdictAsync(
                        new()
                        {
                            Verdict = new()
                            {
                                Framework = "fiction",
                                FrameworkVersion = "2024-",
                                Process = process,
                                Aspect = "timeliness",
                                Subject = new() { Kind = Subject.Types.Kind.Partnership },
                                Footprint = new() { Areas = { area } },
                                Grade = new() { Code = number % 2 == 0 ? "fine" : "poor" },
                                State = Verdict.Types.State.Published,
                                PublishedOn = day,
                                Source = Samples.Source("edition", "2026-06-15"),
                            },
                            RequestId = Samples.NewId(),
                        },
                        writer);
                }

        return service;
    }
}
